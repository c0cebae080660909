// npm run build: dist/ by tsc, dist/cdn/ by rollup, server/dist by tsc, custom-elements.json and what editors read of it.
import {existsSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {STAMP} from './is-stale.mjs';
import {ROOT, runNode} from './run-command.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

const step = async (title, args) => {
  const {code, output} = await runNode(args, {quiet: true, seconds: 600});
  if (code === 0) return;
  console.error(`${title} failed:\n${output.trim()}`);
  process.exit(1);
};

if (!existsSync(join(ROOT, 'node_modules'))) {
  console.error('Run "npm ci" first: the build needs its tools.');
  process.exit(1);
}
rmSync(join(ROOT, 'dist'), {recursive: true, force: true});
rmSync(join(ROOT, 'server/dist'), {recursive: true, force: true});
await step('Writing the version', ['scripts/write-version.mjs']);
await step('Compiling src', [TSC]);
await step('Compiling server', [TSC, '-p', 'server']);
await step('Bundling for the CDN', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent']);
await step('Describing the elements', ['scripts/write-manifest.mjs']);
writeFileSync(join(ROOT, STAMP), '');
