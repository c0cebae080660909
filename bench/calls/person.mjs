import {EventEmitter, once} from 'node:events';
import {openPage} from '../browser.mjs';
import {shim} from './pages/shim.js';

/** Longer than any call that will ever connect. */
const PATIENCE = 20_000;

/** One user's page. What it marks comes as an event of that name, with the time. */
export const openPerson = async (browser, url, network) => {
  const page = await openPage(browser);
  const marks = new EventEmitter();
  await page.exposeFunction('benchMark', (text) => {
    const {name, at} = JSON.parse(text);
    marks.emit(name, at);
  });
  await page.evaluateOnNewDocument(shim, network);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.bench);
  await page.evaluate(() => globalThis.bench.ready);
  return {
    /** Settles with the time of the next `name`; ask before what brings it about. */
    next: async (name) => {
      const [at] = await once(marks, name, {signal: AbortSignal.timeout(PATIENCE)});
      return at;
    },
    press: (name) => page.click(`[data-press="${name}"]`),
    reset: () => page.evaluate(() => globalThis.bench.reset()),
    end: () => page.evaluate(() => globalThis.bench.end()),
    pathRoundTrip: () => page.evaluate(() => globalThis.slowNetwork.pathRoundTrip()),
    close: () => page.browserContext().close(),
  };
};
