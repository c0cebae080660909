import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT, runCommand} from './run-command.mjs';

const changed = (path) => (existsSync(join(ROOT, path)) ? statSync(join(ROOT, path)).mtimeMs : 0);

// npm writes this file last, each time it has installed.
const INSTALLED = 'node_modules/.package-lock.json';

/** Brings node_modules up to the lock file, where it is missing or older. Uses no dependencies, for there may be none yet. */
export const ensureInstalled = async () => {
  if (changed(INSTALLED) >= changed('package-lock.json') && changed(INSTALLED) > 0) return;
  console.log('Installing what the project needs (npm ci) …');
  const env = {PUPPETEER_SKIP_DOWNLOAD: '1'};
  const {code} = await runCommand('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {env});
  if (code === 0) return;
  console.error('npm ci failed, for the reason above. With access to a package registry, run it again.');
  process.exit(1);
};
