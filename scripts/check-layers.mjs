// Holds src to its own picture: imports go down the layers, the big parts stay where they belong, files stay short.
import {readFileSync} from 'node:fs';
import {basename, dirname, join, posix} from 'node:path';
import {listFiles} from './list-files.mjs';
import {ROOT} from './run-command.mjs';

/** From top to bottom. A folder may use its own line and the lower ones. '' is src itself: define, index, core, cdn. */
const LAYERS = [
  [''],
  ['elements', 'conformance'],
  ['context'],
  ['call'],
  ['tabs'],
  ['rtc', 'rest'],
  ['connectors'],
  ['media', 'ice', 'settings'],
  ['protocol'],
  ['localize', 'events', 'util', 'types'],
];

/** Which folders may import a package; any other package may not be imported at all. */
const PACKAGES = {
  lit: ['context', 'localize', 'elements'],
  '@lit/context': ['context', 'elements'],
  'idb-keyval': ['settings'],
  peerjs: ['connectors/peerjs'],
};

const MOST_LINES = 200;
const IMPORT = /^(?:import|export)\s[\w*{},\s$]*?\bfrom '([^']+)'|^import '([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

const layerOf = (path) => {
  const folder = path.split('/').length > 2 ? path.split('/')[1] : '';
  return LAYERS.findIndex((line) => line.includes(folder));
};

const packageOf = (source) => source.split('/').slice(0, source.startsWith('@') ? 2 : 1).join('/');

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const packageFault = (path, source) => {
  const name = packageOf(source);
  const folders = PACKAGES[name];
  if (!folders) return `imports ${name}, which is none of our dependencies`;
  const allowed = folders.some((folder) => path.startsWith(`src/${folder}/`));
  return allowed ? undefined : `imports ${name}, which belongs to ${folders.join(', ')} only`;
};

const relativeFault = (path, source) => {
  if (!source.endsWith('.js')) return `imports '${source}' without .js at its end`;
  const target = posix.join(dirname(path), source);
  if (layerOf(target) >= layerOf(path)) return undefined;
  return `imports '${source}' from a layer above its own`;
};

const importFault = (path, source) => (source.startsWith('.') ? relativeFault : packageFault)(path, source);

const faultsOf = (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const code = withoutComments(text);
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, source]) => source);
  const sources = [...[...code.matchAll(IMPORT)].map(([, from, bare]) => from ?? bare), ...dynamic];
  const faults = sources.map((source) => importFault(path, source));
  if (layerOf(path) < 0) faults.push('lies in a folder that the picture does not know');
  if (dynamic.length > 0 && !basename(path).startsWith('load-')) faults.push('uses import(), which belongs into files named load-*.ts');
  const lines = text.split('\n').length - 1;
  if (lines > MOST_LINES) faults.push(`has ${lines} lines, more than ${MOST_LINES}: split it`);
  if (basename(path) === 'index.ts' && path !== 'src/index.ts') faults.push('is an index file; import the files themselves');
  return faults.filter(Boolean).map((fault) => `${path} ${fault}`);
};

const files = listFiles('src', (path) => path.endsWith('.ts'));
const faults = files.flatMap(faultsOf);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${files.length} files keep to their layers.`);
