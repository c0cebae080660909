// Every export of package.json is there, with its types, and can be imported by plain Node, where there is no DOM.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {listFiles} from './list-files.mjs';
import {ROOT, runNode} from './run-command.mjs';

const {name, exports} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const faults = [];

/** `./localize/*` means one export for each file that the pattern finds. */
const expand = ([key, target]) => {
  const paths = typeof target === 'string' ? {default: target} : target;
  if (!key.includes('*')) return [[key, paths]];
  const [before, after] = paths.default.split('*');
  const found = listFiles(before.replace(/^\.\/|\/$/g, '')).map((file) => `./${file}`).filter((file) => file.endsWith(after));
  if (found.length === 0) faults.push(`${key} finds no file`);
  return found.map((file) => {
    const star = file.slice(before.length, file.length - after.length);
    const filled = Object.entries(paths).map(([condition, path]) => [condition, path.replace('*', star)]);
    return [key.replace('*', star), Object.fromEntries(filled)];
  });
};

const all = Object.entries(exports).flatMap(expand);
for (const [key, paths] of all) {
  for (const path of Object.values(paths)) {
    if (!existsSync(join(ROOT, path))) faults.push(`${key} points at ${path}, which is not there`);
  }
}

// The package imports itself by name, as whoever installed it does. Bundles for script tags are for pages only.
const modules = all.filter(([key, {default: path}]) => path?.endsWith('.js') && !key.startsWith('./cdn/'));
const importing = modules.map(([key]) => {
  const specifier = JSON.stringify(name + key.slice(1));
  return `await import(${specifier}).catch((error) => { console.error(${specifier}, error); process.exitCode = 1; });`;
});
const {code, output} = await runNode(['--input-type=module', '--eval', importing.join('\n')], {quiet: true, seconds: 60});
if (code !== 0) faults.push(output.trim());

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${all.length} exports, ${modules.length} of them imported without a DOM.`);
