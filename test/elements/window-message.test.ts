import {expect} from '@open-wc/testing';
import {windowMessage} from '../../src/elements/call-window/window-message.js';
import {enTalk} from '../../src/localize/en-talk.js';
import {enTrouble} from '../../src/localize/en-trouble.js';
import type {LanguageTerms} from '../../src/localize/terms.js';
import type {CallErrorCode} from '../../src/types/call-error.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallState} from '../../src/types/call-state.js';
import type {EndReason} from '../../src/types/end-reason.js';

// Fetched with the first trouble; here they are to be there at once.
const errors = {...enTrouble.errors, ...enTalk.errors} as LanguageTerms['errors'];
const terms = {...enTalk, errors};
const told = (changes: Partial<CallState>) => windowMessage(terms, {...IDLE_STATE, ...changes}, 'Bob');
const troubled = (code: CallErrorCode) => ({code, recoverable: true, reference: 'alice-1-2'});

describe('what <call-window> tells', () => {
  it('is nothing while all is well', () => expect(told({phase: 'connected'})).to.equal(undefined));

  const ends: [EndReason, CallErrorCode, boolean][] = [
    ['media-denied', 'mic-denied', true],
    ['media-denied', 'permission-dismissed', true],
    ['media-denied', 'policy-blocked', true],
    ['media-denied', 'signaling-lost', false],
    ['signaling-failed', 'signaling-refused', true],
    ['signaling-failed', 'connector-unknown', true],
    ['connection-failed', 'connection-failed', true],
    ['connection-failed', 'no-camera', false],
    ['hung-up', 'no-camera', false],
    ['declined', 'signaling-lost', false],
  ];
  for (const [reason, code, isCause] of ends) {
    it(`gives ${isCause ? 'the' : 'no'} way out of ${code} after ${reason}`, () => {
      const message = told({phase: 'ended', end: {reason, by: 'system', durationMs: 0}, trouble: troubled(code)});
      expect(message?.wayOut).to.equal(isCause ? terms.errors[code].wayOut : undefined);
      expect(message?.reference).to.equal(isCause ? 'alice-1-2' : undefined);
      expect(message?.sentence).not.to.equal(terms.errors[code].sentence);
    });
  }

  for (const code of ['relay-missing', 'relay-refused', 'relay-unreachable'] as const) {
    it(`gives the cause and the way out of ${code} below "the connection failed"`, () => {
      const message = told({phase: 'ended', end: {reason: 'connection-failed', by: 'system', durationMs: 0}, trouble: troubled(code)});
      const {sentence, wayOut} = terms.errors[code];
      expect(message).to.deep.equal({sentence: 'The connection failed', wayOut: `${sentence} ${wayOut}`, reference: 'alice-1-2'});
    });
  }

  it('is that the call goes on, when something is wrong with its line to the call service alone', () => {
    for (const code of ['signaling-lost', 'signaling-refused', 'connector-failed'] as const) {
      const trouble = troubled(code);
      expect(told({phase: 'connected', trouble})).to.deep.equal({sentence: terms.callGoesOn, reference: 'alice-1-2'});
      expect(told({phase: 'reconnecting', trouble})).to.include(terms.errors[code]);
    }
  });

  it('is how to hear the voice that the browser holds back, before any other trouble', () => {
    const blocked = {phase: 'connected', sound: 'blocked', trouble: troubled('no-camera')} as const;
    expect(told(blocked)).to.include(terms.errors['sound-blocked']);
    expect(told({...blocked, sound: 'playing'})).to.include(terms.errors['no-camera']);
    expect(told({phase: 'ringing', sound: 'blocked'})).to.equal(undefined);
  });
});
