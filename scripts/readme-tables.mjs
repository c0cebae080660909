// Writes the reference tables of README.md between their markers, from custom-elements.json and from src's own lists.
// A table stands between <!-- table:elements --> and <!-- /table -->. With --check it only says whether they are fresh.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './run-command.mjs';

const FILE = join(ROOT, 'README.md');
const MARKED = /(<!-- table:([\w-]+) -->\n)[\s\S]*?(<!-- \/table -->)/g;

const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
const declarations = manifest.modules.flatMap(({declarations = []}) => declarations);
const elements = declarations.filter(({tagName}) => tagName).sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

const cell = (text = '') => String(text).replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map((text) => text ?? '').join(' | ')} |`).join('\n');

/** One table with a row for each thing of each element, such as each part. */
const perElement = (key, heads, row) => () =>
  table(['Element', ...heads], elements.flatMap((element) => (element[key] ?? []).map((one) => [code(element.tagName), ...row(one, element)])));

const attributes = () => {
  const rows = elements.flatMap(({tagName, attributes: all = []}) =>
    all.map(({name, type, default: initial, description}) => {
      // Every attribute may be left out.
      const values = type?.text.replace(/ \| undefined$/, '');
      return [code(tagName), code(name), code(values), code(initial), cell(description)];
    }),
  );
  return table(['Element', 'Attribute', 'Type', 'Default', 'What it is'], rows);
};

/** Each custom property once, the colours that go together side by side, with the elements that read it. */
const customProperties = () => {
  const styled = elements.filter(({cssProperties}) => cssProperties?.length);
  const known = new Map();
  for (const {tagName, cssProperties = []} of elements) {
    for (const property of cssProperties) {
      const one = known.get(property.name) ?? {...property, tags: []};
      known.set(property.name, {...one, tags: [...one.tags, tagName]});
    }
  }
  const whose = (tags) => (tags.length === styled.length ? 'all' : tags.map(code).join(' '));
  return table(
    ['Custom property', 'Default', 'What it is', 'Read by'],
    [...known.values()].map(({name, default: initial, description, tags}) => [code(name), code(initial), cell(description), whose(tags)]),
  );
};

/** Every trouble, with the sentence and the way out that English has for it. */
const errors = async () => {
  const {CALL_ERROR_CODES} = await import('../dist/types/call-error.js');
  // English for troubles is in two files: what is there in every call, and what is fetched with the first trouble.
  const {enTalk} = await import('../dist/localize/en-talk.js');
  const {enTrouble} = await import('../dist/localize/en-trouble.js');
  const said = {...enTrouble.errors, ...enTalk.errors};
  return table(['Code', 'What is said', 'Way out'], CALL_ERROR_CODES.map((key) => [code(key), cell(said[key].sentence), cell(said[key].wayOut)]));
};

const endReasons = async () => {
  const {END_REASONS} = await import('../dist/types/end-reason.js');
  return END_REASONS.map(code).join(' · ');
};

const TABLES = {
  elements: () => table(['Element', 'What it is'], elements.map(({tagName, description}) => [code(tagName), cell(description)])),
  attributes,
  parts: perElement('cssParts', ['Part', 'What it is'], ({name, description}) => [code(name), cell(description)]),
  slots: perElement('slots', ['Slot', 'What goes there'], ({name, description}) => [name ? code(name) : 'default', cell(description)]),
  events: perElement('events', ['Event', 'Class', 'When'], ({name, type, description}) => [code(name), code(type?.text), cell(description)]),
  'custom-properties': customProperties,
  errors,
  'end-reasons': endReasons,
};

if (!existsSync(FILE)) {
  console.log('There is no README.md yet, so there are no tables to write.');
  process.exit(0);
}
const before = readFileSync(FILE, 'utf8');
const names = [...before.matchAll(MARKED)].map(([, , name]) => name);
if (names.length === 0) console.log(`README.md has no tables. To have one, put <!-- table:elements --> and <!-- /table --> into it.`);

const written = {};
for (const name of names) {
  if (!TABLES[name]) {
    console.error(`README.md asks for a table "${name}": there are ${Object.keys(TABLES).join(', ')}.`);
    process.exit(1);
  }
  written[name] = await TABLES[name]();
}
const after = before.replace(MARKED, (_, start, name, end) => `${start}\n${written[name]}\n\n${end}`);

if (after === before) process.exit(0);
if (process.argv.includes('--check')) {
  console.error('The tables of README.md are not what the sources say: run "npm run tables".');
  process.exit(1);
}
writeFileSync(FILE, after);
