import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {SETTINGS, SETTING_NAMES} from '../src/store/setting-definitions.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const CONTRACT = README.slice(README.indexOf('## REST contract'));

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
