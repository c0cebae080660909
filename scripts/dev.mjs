// npm run dev: serves the demo, and builds again and starts again when a source changes. Reload the page to see it.
import {spawn} from 'node:child_process';
import {watch} from 'node:fs';
import {join} from 'node:path';
import {ensureInstalled} from './ensure-installed.mjs';
import {ROOT, runNode} from './run-command.mjs';

await ensureInstalled();

let server;
let timer;
let building = false;

const restart = () => {
  server?.kill();
  server = spawn(process.execPath, ['server/dist/main.js', '--demo'], {cwd: ROOT, stdio: 'inherit'});
};

const rebuild = async () => {
  if (building) return soon();
  building = true;
  const started = Date.now();
  const {code} = await runNode(['scripts/build.mjs']);
  building = false;
  if (code !== 0) return;
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  restart();
};

/** Editors save in bursts. */
const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(rebuild, 150);
};

for (const folder of ['src', 'server/src']) watch(join(ROOT, folder), {recursive: true}, soon);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server?.kill();
    process.exit(0);
  });
}
await rebuild();
