// Makes sure that Chromium and Firefox are there for the tests: by apt where this account may, otherwise by asking plainly.
import {chromiumPath, firefoxPath} from '../test/tools/browsers.mjs';
import {installPackages} from './install-packages.mjs';

const missing = () => [!chromiumPath() && 'chromium', !firefoxPath() && 'firefox-esr'].filter(Boolean);

/** Returns a sentence that says what is to be installed by hand, or undefined when both browsers are there. */
export const installBrowsers = async () => {
  if (missing().length > 0) await installPackages(missing(), ['fonts-dejavu-core']);
  const still = missing();
  if (still.length === 0) return undefined;
  return (
    `The tests need ${still.join(' and ')}: install ${still.length > 1 ? 'them' : 'it'}, or set ` +
    'CHROMIUM_PATH and FIREFOX_PATH to where Chromium (or Chrome) and Firefox are.'
  );
};

if (process.argv[1]?.endsWith('install-browsers.mjs')) {
  const sentence = await installBrowsers();
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
