// Makes sure that Chromium and Firefox are there for the tests: by apt where this account may, otherwise by asking plainly.
import {chromiumPath, firefoxPath} from '../test/tools/browsers.mjs';
import {runCommand} from './run-command.mjs';

const missing = () => [!chromiumPath() && 'chromium', !firefoxPath() && 'firefox-esr'].filter(Boolean);

const succeeds = async (command, args) => (await runCommand(command, args, {quiet: true})).code === 0;

/** How to become root here: not at all, by sudo, or not possible. */
const rootPrefix = async () => {
  if (process.getuid?.() === 0) return [];
  return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined;
};

const apt = async (packages) => {
  const prefix = await rootPrefix();
  if (!prefix || !(await succeeds('apt-get', ['--version']))) return;
  const [command, ...first] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const aptGet = (...args) => runCommand(command, [...first, ...args], {quiet: true, seconds: 900});
  console.log(`Installing ${packages.join(' and ')} for the tests (apt-get) …`);
  await aptGet('update');
  const {code, output} = await aptGet('install', '-y', '--no-install-recommends', ...packages, 'fonts-dejavu-core');
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
};

/** Returns a sentence that says what is to be installed by hand, or undefined when both browsers are there. */
export const installBrowsers = async () => {
  if (missing().length > 0) await apt(missing());
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
