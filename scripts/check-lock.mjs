// package-lock.json must install anywhere: no address of a registry in it, and no platform's binary left out.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './run-command.mjs';

const {packages} = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
const places = Object.keys(packages);
const faults = [];

for (const [place, {resolved}] of Object.entries(packages)) {
  if (/^https?:/.test(resolved ?? '')) faults.push(`${place} names a registry: ${resolved}`);
}

// Packages with native parts name one package for each platform; npm forgets the other platforms' when it locks from a
// full node_modules, and then nobody else can install (npm/cli#4828).
for (const tool of ['esbuild', 'rollup', 'rolldown', 'lightningcss', 'typescript', '@roamhq/wrtc']) {
  const {optionalDependencies = {}} = packages[`node_modules/${tool}`] ?? {};
  for (const name of Object.keys(optionalDependencies)) {
    if (name === 'fsevents') continue;
    if (!places.some((place) => place.endsWith(`node_modules/${name}`))) faults.push(`${tool} lacks ${name}`);
  }
}

if (faults.length > 0) {
  console.error(`${faults.join('\n')}\nDelete node_modules and package-lock.json, then run "npm install".`);
  process.exit(1);
}
