import assert from 'node:assert/strict';
import {test} from 'node:test';
import {enTalk} from '../../src/localize/en-talk.js';
import {enTrouble} from '../../src/localize/en-trouble.js';
import {errorTerms} from '../../src/localize/error-terms.js';
import {onTerms, registerTerms} from '../../src/localize/languages.js';

test('words that are still to come: troubles of the network share those at hand, others have none; then each has its own', async () => {
  const own = {sentence: 'No lens.', wayOut: 'Find one.'};
  registerTerms('en', {errors: {'no-camera': own}});
  const atHand = enTalk.errors['connection-failed'];
  for (const code of ['relay-missing', 'relay-unreachable', 'signaling-refused', 'connector-failed'] as const) {
    assert.equal(errorTerms(enTalk, code), atHand, code);
  }
  assert.equal(errorTerms(enTalk, 'no-mic'), undefined);
  await new Promise<void>((resolve) => onTerms(resolve));
  assert.equal(errorTerms(enTalk, 'relay-missing'), enTrouble.errors['relay-missing']);
  assert.equal(errorTerms(enTalk, 'no-mic'), enTrouble.errors['no-mic']);
  assert.equal(errorTerms(enTalk, 'no-camera'), own, 'the page’s own words stay');
});
