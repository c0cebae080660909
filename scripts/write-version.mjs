// Keeps src/util/version.ts equal to package.json. With --check it only says whether it is.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './run-command.mjs';

const FILE = join(ROOT, 'src/util/version.ts');
const {version} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const before = readFileSync(FILE, 'utf8');
const after = before.replace(/VERSION = '[^']*'/, `VERSION = '${version}'`);

if (after !== before && process.argv.includes('--check')) {
  console.error(`src/util/version.ts is not ${version}: run "node scripts/write-version.mjs".`);
  process.exit(1);
}
if (after !== before) writeFileSync(FILE, after);
