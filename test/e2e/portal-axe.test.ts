// The portal's own pages, with the elements on them, as axe sees them: in light and dark, and on a narrow screen.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe} from 'node:test';
import type {Page} from 'puppeteer-core';
import {createTheatre} from './harness/stage.js';
import {until} from './harness/until.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(options: object): Promise<{violations: readonly {id: string; nodes: readonly {target: unknown; failureSummary?: string}[]}[]}>;
}

/** What is there once the page is whole; most of the elements are fetched when they are needed. */
const PAGES = [
  {path: '/stream', query: {}, whole: 'call-status >>> [part~="button"]'},
  {path: '/', query: {}, whole: 'call-button[callee="bob"] >>> [part~="button"]'},
  {path: '/', query: {connectors: 'peerjs meet'}, whole: 'call-button[callee="bob"] >>> [part~="menu-button"]'},
  {path: '/profile', query: {who: 'bob'}, whole: 'call-button[callee="bob"] >>> [part~="button"]'},
  {path: '/chat', query: {with: 'bob'}, whole: 'call-button[callee="bob"] >>> [part~="button"]'},
  {path: '/log', query: {}, whole: 'call-log >>> p, call-log >>> [part~="list"]'},
  {path: '/settings', query: {}, whole: 'call-im-accounts >>> [part~="add"]'},
  {path: '/admin', query: {}, whole: 'call-admin >>> [part~="connector-row"]'},
  {path: '/theming', query: {}, whole: 'call-button >>> [part~="button"]'},
  {path: '/script', query: {}, whole: 'call-button >>> [part~="button"]'},
  {path: '/phones', query: {}, whole: 'call-button >>> [part~="button"]'},
  {path: '/meet', query: {room: 'alice~bob'}, whole: 'code'},
  {path: '/call', query: {}, whole: 'call-window'},
  {path: '/', query: {user: ''}, whole: 'main a'},
] as const;

const LOOKS = [
  {look: 'light', scheme: 'light', width: 1280},
  {look: 'dark', scheme: 'dark', width: 1280},
  {look: 'narrow', scheme: 'light', width: 320},
] as const;

/** Words for each thing that axe finds wrong, and where. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const {violations} = await (window as unknown as {axe: Axe}).axe.run({resultTypes: ['violations']});
    return violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id} at ${String(target)}: ${failureSummary ?? ''}`));
  });

describe('the pages of the demo portal', () => {
  const scene = createTheatre();

  for (const {path, query, whole} of PAGES) {
    const address = new URLSearchParams({user: 'alice', ...query});
    scene(`are accessible: ${path}?${address}, light, dark and narrow`, async (stage) => {
      const {page} = await stage.person('alice');
      await page.goto(`${stage.url}${path}?${address}`);
      await until(`${path} is whole`, async () => Boolean(await page.$(whole)));
      await page.evaluate(AXE);
      for (const {look, scheme, width} of LOOKS) {
        await page.setViewport({width, height: 800});
        await page.emulateMediaFeatures([
          {name: 'prefers-color-scheme', value: scheme},
          {name: 'prefers-reduced-motion', value: 'reduce'},
        ]);
        assert.deepEqual(await faultsOf(page), [], `in ${look}`);
      }
    });
  }
});
