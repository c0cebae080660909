import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {DEFAULTS} from '../src/config/defaults.js';
import {VARIABLE_NAMES} from '../src/config/variables.js';
import {SETTINGS, SETTING_NAMES} from '../src/store/setting-definitions.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const CONTRACT = README.slice(README.indexOf('## REST contract'));

const between = (from: string, to: string): string => README.slice(README.indexOf(`## ${from}`), README.indexOf(`## ${to}`));

test('every variable is in the table of the configuration once, in order, with its default and what it is', () => {
  const rows = [...between('Configuration', 'Tokens').matchAll(/^\| `(\w+)` \|(.*?)\|(.*)\|$/gm)];
  assert.deepEqual(rows.map(([, name]) => name), [...VARIABLE_NAMES]);
  const defaults = rows.map(([, name, value = '']) => [name, value.replaceAll('`', '').trim()]).filter(([, value]) => value);
  assert.deepEqual(Object.fromEntries(defaults), Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, String(value)])));
  for (const [row, , , meaning = ''] of rows) assert.match(meaning, /\w/, row);
});

test('every setting is in the contract, and every field of the policy with its default', () => {
  for (const name of SETTING_NAMES) assert(CONTRACT.includes(`settings/${name}`), name);
  for (const [field, value] of Object.entries(SETTINGS.policy.initial)) {
    const row = CONTRACT.split('\n').find((line) => line.startsWith(`| \`${field}\``));
    assert(row?.includes(`\`${value}\` |`), field);
  }
});

test('the contract’s examples are JSON', () => {
  const examples = [...CONTRACT.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => json ?? '');
  assert(examples.length >= 4);
  for (const example of examples) assert.doesNotThrow(() => JSON.parse(example), example);
});
