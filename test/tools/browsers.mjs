// Where the browsers of the tests are, and how they are started: fake devices, no questions asked.
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

const CHROMIUM_PLACES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_PLACES = [
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const find = (places) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = places.flatMap((place) =>
    /[\\/]/.test(place) ? [place] : folders.map((folder) => join(folder, place)),
  );
  return candidates.find(runs);
};

/** Path of Chromium (or Chrome); undefined when there is none. `CHROMIUM_PATH` decides when it is set. */
export const chromiumPath = () => process.env.CHROMIUM_PATH || find(CHROMIUM_PLACES);

/** Path of Firefox; undefined when there is none. `FIREFOX_PATH` decides when it is set. */
export const firefoxPath = () => process.env.FIREFOX_PATH || find(FIREFOX_PLACES);

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--auto-select-desktop-capture-source=Entire screen',
  '--mute-audio',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // The popups of the address bar are pages, two for each window, and cost as much as the window does.
  '--disable-features=Translate,OptimizationHints,MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  // Two pages call each other, and one of them is always behind the other.
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

export const FIREFOX_PREFS = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  // Without an mDNS responder on the machine, hidden host addresses cannot be resolved by the other side.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** Launch options of puppeteer(-core) for Chromium. */
export const chromiumLaunch = ({args = [], ...rest} = {}) => ({
  executablePath: chromiumPath(),
  headless: true,
  args: [...CHROMIUM_ARGS, ...args],
  ...rest,
});

/** Launch options of puppeteer(-core) for Firefox, which it drives by WebDriver BiDi. */
export const firefoxLaunch = ({extraPrefsFirefox = {}, ...rest} = {}) => ({
  browser: 'firefox',
  executablePath: firefoxPath(),
  headless: true,
  extraPrefsFirefox: {...FIREFOX_PREFS, ...extraPrefsFirefox},
  ...rest,
});
