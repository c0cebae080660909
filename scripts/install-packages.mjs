// Installs Debian packages that tests need, by apt-get, where this account may.
import {runCommand} from './run-command.mjs';

const succeeds = async (command, args) => (await runCommand(command, args, {quiet: true})).code === 0;

/** How to become root here: not at all, by sudo, or not possible. */
const rootPrefix = async () => {
  if (process.getuid?.() === 0) return [];
  return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined;
};

/** Does what it can and says so; whoever asks looks for itself whether the thing is there now. */
export const installPackages = async (packages, more = []) => {
  const prefix = await rootPrefix();
  if (!prefix || !(await succeeds('apt-get', ['--version']))) return;
  const [command, ...first] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const aptGet = (...args) => runCommand(command, [...first, ...args], {quiet: true, seconds: 900});
  console.log(`Installing ${packages.join(' and ')} for the tests (apt-get) …`);
  await aptGet('update');
  const {code, output} = await aptGet('install', '-y', '--no-install-recommends', ...packages, ...more);
  if (code !== 0) console.error(output.trim().split('\n').slice(-5).join('\n'));
};
