// npm start: from a fresh clone to a running demo. Installs and builds what is missing or stale, then serves.
// Uses no dependencies before they are there.
import {ensureInstalled} from './ensure-installed.mjs';
import {isStale} from './is-stale.mjs';
import {runNode} from './run-command.mjs';

await ensureInstalled();
if (isStale()) {
  console.log('Building …');
  const {code} = await runNode(['scripts/build.mjs']);
  if (code !== 0) process.exit(1);
}
process.argv.push('--demo');
await import('../server/dist/main.js');
