// npm run build:odoo: puts the built library into the Odoo addon, under a path that is its version, tells the addon where it is,
// and packs the addon as it is installed: dist/odoo/mobile_webrtc-<version>.zip.
import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {isStale} from './is-stale.mjs';
import {listFiles} from './list-files.mjs';
import {zip} from './zip.mjs';
import {ROOT, runNode} from './run-command.mjs';

const CDN = 'dist/cdn';
const ADDON = 'odoo/mobile_webrtc';
const LIB = `${ADDON}/static/lib`;
const LIBRARY_URL = `${ADDON}/static/src/library_url.js`;
/** Odoo's pages load the module and its chunks; the classic script and the worker are for others. */
const isNeeded = (path) => path.endsWith('/call-elements.js') || path.includes('/chunks/');
const isLeftOver = (path) => /\.pyc$|__pycache__/.test(path);

const libraryUrl = (url) => `/** Written by "npm run build:odoo": where the library of this version is. */
import { registry } from "@web/core/registry";

registry.category("mobile_webrtc").add("library", { url: "${url}" });
`;

/** Ten digits of what is in the files, so that the same library always has the same address. */
const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 10);
};

/** Put in place at once: whoever is served meanwhile finds the old library or the new one. */
const placeLibrary = (files, hash) => {
  const aside = join(ROOT, '.tmp', `odoo-${process.pid}`);
  for (const file of files) cpSync(join(ROOT, file), join(aside, relative(CDN, file)), {recursive: true});
  cpSync(join(ROOT, 'LICENSE'), join(aside, 'LICENSE'));
  rmSync(join(ROOT, LIB), {recursive: true, force: true});
  mkdirSync(join(ROOT, LIB), {recursive: true});
  renameSync(aside, join(ROOT, LIB, hash));
  writeFileSync(join(ROOT, LIBRARY_URL), libraryUrl(`/mobile_webrtc/static/lib/${hash}/call-elements.js`));
};

const packAddon = () => {
  const [, version] = /["']version["']\s*:\s*["']([\w.]+)["']/.exec(readFileSync(join(ROOT, ADDON, '__manifest__.py'), 'utf8'));
  const file = `dist/odoo/mobile_webrtc-${version}.zip`;
  const files = listFiles(ADDON, (path) => !isLeftOver(path)).sort();
  rmSync(join(ROOT, 'dist/odoo'), {recursive: true, force: true});
  mkdirSync(join(ROOT, 'dist/odoo'), {recursive: true});
  writeFileSync(join(ROOT, file), zip(files.map((path) => [relative('odoo', path), readFileSync(join(ROOT, path))])));
  return file;
};

if (isStale()) {
  const {code, output} = await runNode(['scripts/build.mjs'], {quiet: true, seconds: 900});
  if (code !== 0) {
    console.error(`The library could not be built:\n${output.trim()}`);
    process.exit(1);
  }
}
const files = listFiles(CDN, isNeeded).sort();
const hash = hashOf(files);
placeLibrary(files, hash);
console.log(`${LIB}/${hash}: ${files.length} files`);
if (existsSync(join(ROOT, ADDON, '__manifest__.py'))) console.log(packAddon());
