import {launch} from 'puppeteer-core';
import type {Browser} from 'puppeteer-core';
import {chromiumLaunch, firefoxLaunch} from '../../tools/browsers.mjs';

/** Ways to start a browser. One that asks before devices are used, and nobody says yes; one that has been told no for ever. */
const LAUNCHES = {
  chromium: () => launch(chromiumLaunch()),
  firefox: () => launch({...firefoxLaunch(), browser: 'firefox'}),
  'asking-chromium': () => {
    const {args, ...rest} = chromiumLaunch();
    return launch({...rest, args: args.filter((arg) => arg !== '--use-fake-ui-for-media-stream')});
  },
  'refusing-firefox': () => {
    const refused = {'media.navigator.permission.disabled': false, 'permissions.default.microphone': 2, 'permissions.default.camera': 2};
    const {extraPrefsFirefox, ...rest} = firefoxLaunch();
    return launch({...rest, browser: 'firefox', extraPrefsFirefox: {...extraPrefsFirefox, ...refused}});
  },
} as const;

export type BrowserName = keyof typeof LAUNCHES;

/** Browsers that are started when they are first needed, and shared from then on. */
export const createBrowsers = () => {
  const open = new Map<BrowserName, Promise<Browser>>();
  return {
    get(name: BrowserName): Promise<Browser> {
      const browser = open.get(name) ?? LAUNCHES[name]();
      open.set(name, browser);
      return browser;
    },
    async close(): Promise<void> {
      await Promise.all([...open.values()].map(async (browser) => (await browser).close()));
    },
  };
};

export type Browsers = ReturnType<typeof createBrowsers>;
