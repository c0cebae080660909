import assert from 'node:assert/strict';
import {test} from 'node:test';
import {completeTerms} from '../../src/localize/complete-terms.js';
import {enTrouble} from '../../src/localize/en-trouble.js';
import {en} from '../../src/localize/en.js';
import {registerTerms} from '../../src/localize/languages.js';
import {loadPartTerms} from '../../src/localize/load-part-terms.js';
import {loadTerms} from '../../src/localize/load-terms.js';
import {partTerms} from '../../src/localize/part-terms.js';
import {enAccounts} from '../../src/localize/parts/accounts.js';
import {enAdmin} from '../../src/localize/parts/admin.js';
import {enApart} from '../../src/localize/parts/apart.js';
import {enForms} from '../../src/localize/parts/forms.js';
import {enLog} from '../../src/localize/parts/log.js';
import {enMenu} from '../../src/localize/parts/menu.js';
import {enRinging} from '../../src/localize/parts/ringing.js';
import {enStatus} from '../../src/localize/parts/status.js';
import {enText} from '../../src/localize/parts/text.js';
import type {PartTerms} from '../../src/localize/parts.js';
import {CALL_ERROR_CODES} from '../../src/types/call-error.js';
import {END_REASONS} from '../../src/types/end-reason.js';

/** Those that have every word, also of what is loaded by itself. */
const COMPLETE = ['ar', 'de', 'es', 'fr'];
const CALLS = ['it', 'ja', 'nl', 'pl', 'pt'];
const ENGLISH_PARTS: PartTerms = {
  accounts: enAccounts,
  admin: enAdmin,
  apart: enApart,
  forms: enForms,
  log: enLog,
  menu: enMenu,
  ringing: enRinging,
  status: enStatus,
  text: enText,
};
const ENGLISH = {...completeTerms(en), errors: {...enTrouble.errors, ...completeTerms(en).errors}};

/** Names, formats and words that are the same in the languages named, or in all. */
const SAME: Readonly<Record<string, readonly string[] | 'all'>> = {
  dir: 'all',
  'presence.offline': ['de', 'it', 'nl', 'pl', 'pt'],
  'devices.camera': ['nl'],
  'log.dayAndTime': 'all',
  'menu.hintWith': 'all',
  'admin.sources.twilio': 'all',
  'admin.twilio': 'all',
  'admin.accountSid': 'all',
  'admin.authToken': 'all',
  'admin.server': ['de'],
  'accounts.type': ['fr'],
  'text.text': ['de'],
  'status.names.invisible': ['es', 'fr'],
};

type Words = ReadonlyMap<string, string>;

/** A person's name, a count, or whatever else is put into a sentence. */
const PLACES = ['\u0001', '\u0002', '\u0003'] as const;
const say = (value: (...args: never[]) => string): string => {
  const words = value as unknown as (...args: unknown[]) => string;
  if (value.length !== 1) return words(...PLACES);
  try {
    const said = words(PLACES[0]);
    if (said.includes(PLACES[0])) return said;
  } catch {
    // It wants more than a word.
  }
  return words({type: 'relay', protocol: PLACES[0], ms: PLACES[1]});
};

/** All the words, by where they stand. */
const flat = (terms: object, path = ''): Words =>
  new Map(
    Object.entries(terms).flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const here = path ? `${path}.${key}` : key;
      if (typeof value === 'string') return [[here, value]];
      if (typeof value === 'function') return [[here, say(value as (...args: never[]) => string)]];
      return [...flat(value as object, here)];
    }),
  );

const places = (words: string): string => PLACES.filter((place) => words.includes(place)).join('');

/** What a language says is whole: nothing empty, nothing left in English, and every name where English has one. */
const check = (language: string, words: Words, english: Words): void => {
  for (const [key, sentence] of english) {
    const said = words.get(key) ?? '';
    const where = `${language} ${key}: ${said}`;
    assert.ok(said.trim(), `${where} is missing`);
    assert.equal(said, said.trim(), `${where} has a space too many`);
    const isSame = SAME[key];
    if (isSame !== 'all' && !isSame?.includes(language)) assert.notEqual(said, sentence, `${where} is English`);
    assert.equal(places(said), places(sentence), `${where} loses what is put in`);
    if (language === 'ar' && key !== 'dir' && isSame !== 'all') assert.match(said, /\p{Script=Arabic}/u, where);
    if (language === 'ja' && key !== 'dir') assert.match(said, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, where);
  }
};

for (const language of [...COMPLETE, ...CALLS]) {
  test(`${language} says all that is said of calls`, async () => {
    const terms = await loadTerms(language);
    assert.ok(terms);
    assert.equal(terms.dir, language === 'ar' ? 'rtl' : 'ltr');
    const {parts: _, ...rest} = terms;
    const words = flat(rest);
    // Who ended it may not matter in one language, and in another it does.
    const of = (one: Words) => new Map([...one].filter(([key]) => !key.startsWith('ends.')));
    check(language, of(words), of(flat(ENGLISH)));
    for (const [key, said] of words) assert.ok(said.trim(), key);
    assert.deepEqual(Object.keys(terms.ends ?? {}).sort(), [...END_REASONS].sort());
    assert.deepEqual(Object.keys(terms.errors ?? {}).sort(), [...CALL_ERROR_CODES].sort());
  });
}

for (const language of COMPLETE) {
  test(`${language} has words for every part that is loaded by itself`, async () => {
    const parts = await loadPartTerms(language);
    assert.ok(parts);
    check(language, flat(parts), flat(ENGLISH_PARTS));
    assert.deepEqual([...flat(parts).keys()].filter((key) => !flat(ENGLISH_PARTS).has(key)), [], 'words that nobody says');
  });
}

test('a language that there is none of is not asked for', async () => {
  for (const language of ['xx', 'en', '', 'constructor', '__proto__']) {
    assert.equal(await loadTerms(language), undefined);
    assert.equal(loadPartTerms(language), undefined);
  }
});

test('a page that registers some words of a group keeps the English of the others', () => {
  registerTerms('xx', {parts: {forms: {troubles: {offline: 'Xx off.'}}}} as Parameters<typeof registerTerms>[1]);
  const {troubles, save} = partTerms('forms', enForms, 'xx-YY');
  assert.equal(troubles.offline, 'Xx off.');
  assert.equal(troubles.forbidden, enForms.troubles.forbidden);
  assert.equal(save, enForms.save);
});
