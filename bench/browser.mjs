import {launch} from 'puppeteer-core';
import {chromiumPath} from '../test/tools/browsers.mjs';

const FLAGS = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  // As fast as a usual camera; the fake one has 20 frames a second otherwise.
  '--use-fake-device-for-media-stream=fps=30',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
  // Addresses as they are, since there is nobody here who resolves mDNS names.
  '--disable-features=WebRtcHideLocalIpsWithMdns,Translate,OptimizationHints,MediaRouter',
  // All pages are measured as if they were in front.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-background-networking',
  '--js-flags=--expose-gc',
];

/** Chromium with fake devices. CHROMIUM_PATH says which, where it is not in a usual place. */
export const launchBrowser = () => {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium was found: set CHROMIUM_PATH to one.');
  return launch({executablePath, headless: true, args: FLAGS, protocolTimeout: 30_000});
};

/** A page in a context, and so in a window and a process, of its own; its errors are shown. */
export const openPage = async (browser) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`In the page: ${error.message}`));
  return page;
};
