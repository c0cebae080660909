// Makes sure that php is there for the test that signs with it: by apt where this account may.
import {installPackages} from './install-packages.mjs';
import {runCommand} from './run-command.mjs';

const isThere = async () => (await runCommand('php', ['--version'], {quiet: true})).code === 0;

/** Returns a sentence that says what is to be installed by hand, or undefined when it is there. */
export const installPhp = async () => {
  if (await isThere()) return undefined;
  await installPackages(['php-cli']);
  return (await isThere()) ? undefined : 'The test that signs with PHP needs php: install it, for example as php-cli.';
};

if (process.argv[1]?.endsWith('install-php.mjs')) {
  const sentence = await installPhp();
  if (sentence) {
    console.error(sentence);
    process.exit(1);
  }
}
