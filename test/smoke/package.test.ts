import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import puppeteer from 'puppeteer-core';
import type {Browser} from 'puppeteer-core';
import {build} from 'vite';
import {createDemoServer} from '../../server/src/index.js';
import type {DemoServer} from '../../server/src/index.js';
import {chromiumLaunch} from '../tools/browsers.mjs';
import {installPacked, ROOT, run} from './packed-app.js';
import type {PackedApp} from './packed-app.js';
import {callOnPage, twoPhones} from './two-phones.js';

describe('the packed package', () => {
  let app: PackedApp;
  let browser: Browser;
  let server: DemoServer;

  before(async () => {
    app = await installPacked();
    browser = await puppeteer.launch(chromiumLaunch());
    server = await createDemoServer({port: 0, folders: {'/app': app.folder}});
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    await app?.remove();
  });

  it('holds what is published, and nothing else', async () => {
    const list = await run('tar', ['-tzf', app.tarball]);
    const files = list.trim().split('\n');
    const expected = /^package\/(dist\/|custom-elements\.json$|package\.json$|LICENSE$|README\.md$|CHANGELOG\.md$)/;
    assert.deepEqual(files.filter((file) => !expected.test(file)), []);
    for (const file of ['LICENSE', 'custom-elements.json', 'dist/index.d.ts', 'dist/editor/vscode.html-custom-data.json']) {
      assert.ok(files.includes(`package/${file}`), file);
    }
  });

  it('passes publint', async () => {
    await run(process.execPath, [`${ROOT}node_modules/publint/src/cli.js`, app.tarball, '--strict'], {cwd: app.folder});
  });

  it('can be imported in Node, where there is no DOM', async () => {
    const code = `
      const {CallController, VERSION} = await import('call-elements/core');
      const {CallButtonElement} = await import('call-elements');
      await import('call-elements/connectors/local');
      await import('call-elements/connectors/peerjs');
      await import('call-elements/connectors/exo');
      await import('call-elements/conformance');
      await import('call-elements/localize/fr');
      console.log(typeof CallController, typeof CallButtonElement, VERSION);`;
    const printed = await run(process.execPath, ['--input-type=module', '--eval', code], {cwd: app.folder});
    assert.match(printed, /^function function \d+\.\d+\.\d+\n$/);
  });

  it('makes a call in a page that Vite has built', async () => {
    await app.write('vite/main.js', "import 'call-elements';\n");
    await app.write('vite/index.html', twoPhones('<script type="module" src="./main.js"></script>'));
    const root = `${app.folder}/vite`;
    await build({root, base: './', configFile: false, logLevel: 'error', build: {outDir: 'out'}});
    assert.deepEqual(await callOnPage(browser, `${server.url}/app/vite/out/index.html`), []);
  });

  it('makes a call in a page with a module script', async () => {
    const source = '../node_modules/call-elements/dist/cdn/call-elements.js';
    await app.write('pages/module.html', twoPhones(`<script type="module" src="${source}"></script>`));
    assert.deepEqual(await callOnPage(browser, `${server.url}/app/pages/module.html`), []);
  });

  it('makes a call in a page with a classic script', async () => {
    const source = '../node_modules/call-elements/dist/cdn/call-elements.iife.js';
    await app.write('pages/classic.html', twoPhones(`<script src="${source}"></script>`));
    assert.deepEqual(await callOnPage(browser, `${server.url}/app/pages/classic.html`), []);
  });

  it('has types that a strict project can use', async () => {
    await app.write(
      'types/use.ts',
      `import {CallController, pageController} from 'call-elements';
import type {CallState} from 'call-elements/core';
import type {CustomElements} from 'call-elements/jsx';
const button = document.createElement('call-button');
button.callee = 'bob';
document.addEventListener('call-start-request', (event) => console.log(event.detail.callee));
const state: CallState = pageController().state;
const jsx: CustomElements['call-button'] = {callee: 'bob', 'callee-name': 'Bob', media: 'audio'};
// @ts-expect-error There is no such media.
const wrong: CustomElements['call-button'] = {callee: 'bob', media: 'smoke'};
console.log(state.phase, CallController, jsx, wrong);
`,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--target', 'es2022'];
    const tsc = `${ROOT}node_modules/typescript/bin/tsc`;
    const lib = ['--lib', 'es2022,dom,dom.iterable'];
    await run(process.execPath, [tsc, ...options, ...lib, 'types/use.ts'], {cwd: app.folder});
  });
});
