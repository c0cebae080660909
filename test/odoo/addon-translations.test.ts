import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ADDON, filesIn, webClientFiles} from './addon/scripts-of.js';
import {entriesOf, placeholdersOf, wordsOfScript, wordsOfTemplate} from './addon/translations.js';

const FOLDER = join(ADDON, 'i18n');
const [template] = existsSync(FOLDER) ? filesIn(FOLDER, '.pot') : [];
const languages = existsSync(FOLDER) ? filesIn(FOLDER, '.po') : [];

describe('The translations of the addon', {skip: template ? false : 'there are none yet'}, () => {
  const terms = entriesOf(template?.text ?? '').map(({id}) => id);

  it('begin with all that the web client’s scripts and templates say', () => {
    const said = [
      ...webClientFiles('.js').flatMap(({text}) => wordsOfScript(text)),
      ...webClientFiles('.xml').flatMap(({text}) => wordsOfTemplate(text)),
    ];
    assert.deepEqual(said.filter((text) => !terms.includes(text)), []);
  });

  for (const {path, text} of languages) {
    it(`${path} has every term, with the same places for names and numbers`, () => {
      const entries = entriesOf(text);
      const known = new Map(entries.filter(({text: translated, isFuzzy}) => translated !== '' && !isFuzzy).map((entry) => [entry.id, entry.text]));
      assert.deepEqual(terms.filter((term) => !known.has(term)), []);
      assert.deepEqual([...known.keys()].filter((id) => !terms.includes(id)), [], 'terms that are not said any more');
      for (const [id, translated] of known) assert.deepEqual(placeholdersOf(translated), placeholdersOf(id), id);
    });
  }

  it('are there in French, German, Spanish and Arabic', () => {
    const paths = languages.map(({path}) => path);
    assert.deepEqual(['ar.po', 'de.po', 'es.po', 'fr.po'].filter((path) => !paths.includes(path)), []);
  });
});
