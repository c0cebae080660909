// npm run build: dist/ by tsc, dist/cdn/ by rollup, server/dist by tsc, custom-elements.json and what editors read of it.
import {existsSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {STAMP_NAME} from './is-stale.mjs';
import {ROOT, runNode} from './run-command.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

// Built aside and then put in place at once, so that whoever is served from dist meanwhile never finds half of it.
const aside = `.tmp/build-${process.pid}`;

const step = async (title, args, env = {}) => {
  const {code, output} = await runNode(args, {quiet: true, seconds: 600, env});
  if (code === 0) return;
  console.error(`${title} failed:\n${output.trim()}`);
  rmSync(join(ROOT, aside), {recursive: true, force: true});
  process.exit(1);
};

if (!existsSync(join(ROOT, 'node_modules'))) {
  console.error('Run "npm ci" first: the build needs its tools.');
  process.exit(1);
}
const place = (built, target) => {
  rmSync(join(ROOT, target), {recursive: true, force: true});
  renameSync(join(ROOT, aside, built), join(ROOT, target));
};

await step('Writing the version', ['scripts/write-version.mjs']);
await step('Compiling src', [TSC, '--outDir', `${aside}/dist`]);
await step('Compiling server', [TSC, '-p', 'server', '--outDir', `${aside}/server`]);
const rollup = ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'];
await step('Bundling for the CDN', rollup, {CALL_ELEMENTS_DIST: `${aside}/dist`});
await step('Describing the elements', ['scripts/write-manifest.mjs', `${aside}/dist`]);
writeFileSync(join(ROOT, aside, 'dist', STAMP_NAME), '');
place('dist', 'dist');
place('server', 'server/dist');
rmSync(join(ROOT, aside), {recursive: true, force: true});
