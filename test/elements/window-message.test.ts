import {expect} from '@open-wc/testing';
import {windowMessage} from '../../src/elements/call-window/window-message.js';
import {enTalk} from '../../src/localize/en-talk.js';
import type {CallErrorCode} from '../../src/types/call-error.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallState} from '../../src/types/call-state.js';
import type {EndReason} from '../../src/types/end-reason.js';

const told = (changes: Partial<CallState>) => windowMessage(enTalk, {...IDLE_STATE, ...changes}, 'Bob');
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
    ['connection-failed', 'relay-missing', true],
    ['connection-failed', 'no-camera', false],
    ['hung-up', 'no-camera', false],
    ['declined', 'signaling-lost', false],
  ];
  for (const [reason, code, isCause] of ends) {
    it(`gives ${isCause ? 'the' : 'no'} way out of ${code} after ${reason}`, () => {
      const message = told({phase: 'ended', end: {reason, by: 'system', durationMs: 0}, trouble: troubled(code)});
      expect(message?.wayOut).to.equal(isCause ? enTalk.errors[code].wayOut : undefined);
      expect(message?.reference).to.equal(isCause ? 'alice-1-2' : undefined);
      expect(message?.sentence).not.to.equal(enTalk.errors[code].sentence);
    });
  }

  it('is how to hear the voice that the browser holds back, before any other trouble', () => {
    const blocked = {phase: 'connected', sound: 'blocked', trouble: troubled('no-camera')} as const;
    expect(told(blocked)).to.include(enTalk.errors['sound-blocked']);
    expect(told({...blocked, sound: 'playing'})).to.include(enTalk.errors['no-camera']);
    expect(told({phase: 'ringing', sound: 'blocked'})).to.equal(undefined);
  });
});
