import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {spawnSync} from 'node:child_process';
import {launch} from 'puppeteer-core';
import type {Browser} from 'puppeteer-core';
import {callOnPage, twoPhones} from '../smoke/two-phones.js';
import {chromiumLaunch} from '../tools/browsers.mjs';
import {meaningOf, rjsmin, withoutRjsmin} from './addon/rjsmin.js';
import {ADDON, CDN, filesIn} from './addon/scripts-of.js';

const LIB = join(ADDON, 'static/lib');
const HEADS = {
  'the module and its parts': '<script type="module" src="/call-elements.js"></script>',
  'the one classic script': '<script src="/call-elements.iife.js"></script>',
} as const;

const buildOdoo = () => {
  const {status, stderr} = spawnSync(process.execPath, ['scripts/build-odoo.mjs'], {encoding: 'utf8'});
  assert.equal(status, 0, stderr);
  return readdirSync(LIB);
};

/** Serves the library as Odoo's minifier leaves it, and a page with two people at every other address. */
const serveMinified = (minified: readonly string[]) => {
  const scripts = new Map(filesIn(CDN, '.js').map(({path}, at) => [`/${path}`, minified[at]]));
  return createServer(({url = '/'}, response) => {
    const script = scripts.get(url);
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? twoPhones(url.startsWith('/classic') ? HEADS['the one classic script'] : HEADS['the module and its parts']));
  });
};

describe('The library in the addon', () => {
  it('has one version, by what is in it, at the address that the web client is told', () => {
    const [version, ...others] = buildOdoo();
    assert.match(version ?? '', /^[0-9a-f]{10}$/);
    assert.deepEqual(others, []);
    const [, url] = /url: "\/mobile_webrtc\/([^"]+)"/.exec(readFileSync(join(ADDON, 'static/src/library_url.js'), 'utf8')) ?? [];
    assert.equal(url, `static/lib/${version}/call-elements.js`);
    assert.ok(existsSync(join(ADDON, url)));
    assert.deepEqual(buildOdoo(), [version]);
  });

  it('is whole: each part that another one names is there', () => {
    const folder = join(LIB, readdirSync(LIB)[0] ?? '');
    for (const {path, text} of filesIn(folder, '.js')) {
      for (const [, name] of text.matchAll(/["']\.\.?\/((?:chunks\/)?[\w.-]+\.js)["']/g)) {
        const places = [join(folder, name ?? ''), join(folder, 'chunks', name ?? '')];
        assert.ok(places.some((place) => existsSync(place)), `${path} names ${name}`);
      }
    }
  });
});

describe('The library after Odoo’s minifier', {skip: withoutRjsmin}, () => {
  let browser: Browser;
  let server: ReturnType<typeof createServer>;
  let minified: readonly string[] = [];

  before(async () => {
    browser = await launch(chromiumLaunch());
    minified = rjsmin(filesIn(CDN, '.js').map(({text}) => text));
    server = serveMinified(minified);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  it('means the same, in every one of its files', () => {
    for (const [at, {path, text}] of filesIn(CDN, '.js').entries()) assert.ok(meaningOf(minified[at] ?? '') === meaningOf(text), path);
  });

  it('calls: the module and its parts', async () => {
    const {port} = server.address() as AddressInfo;
    assert.deepEqual(await callOnPage(browser, `http://127.0.0.1:${port}/module`), []);
  });

  it('calls: the one classic script', async () => {
    const {port} = server.address() as AddressInfo;
    assert.deepEqual(await callOnPage(browser, `http://127.0.0.1:${port}/classic`), []);
  });
});
