// Each sentence of eXo's manual in docs/exo.md must be quoted in the name of a test, in the file that its row names; and no test
// may quote what the table does not have.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {listFiles} from './list-files.mjs';
import {ROOT} from './run-command.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');

const ROW = /^\| (.+?) \| .+ \| `([\w-]+)` \|$/gm;
const rows = [...read('docs/exo.md').matchAll(ROW)].map(([, sentence, name]) => ({sentence, name}));

/** What stands between “ and ” in a file, as it is once the file runs. */
const quotesIn = (path) => [...read(path).replaceAll("\\'", "'").matchAll(/“([^”]+)”/g)].map(([, sentence]) => sentence);

const files = listFiles('test/e2e', (path) => /\/exo-[\w-]+\.test\.ts$/.test(path));
const quoted = new Map(files.map((path) => [path.match(/([\w-]+)\.test\.ts$/)?.[1], new Set(quotesIn(path))]));

const missing = rows.filter(({sentence, name}) => !quoted.get(name)?.has(sentence));
for (const {sentence, name} of missing) console.error(`No test in test/e2e/${name}.test.ts quotes “${sentence}”.`);

const known = new Set(rows.map(({sentence}) => sentence));
const strange = [...quoted].flatMap(([name, sentences]) => [...sentences].filter((sentence) => !known.has(sentence)).map((sentence) => ({name, sentence})));
for (const {sentence, name} of strange) console.error(`docs/exo.md has no row for “${sentence}”, which test/e2e/${name}.test.ts quotes.`);

if (rows.length === 0) console.error('docs/exo.md has no rows.');
console.log(`${rows.length} sentences, ${rows.length - missing.length} of them with a test`);
process.exit(missing.length + strange.length === 0 && rows.length > 0 ? 0 : 1);
