import assert from 'node:assert/strict';
import {test} from 'node:test';
import {publishSession} from '../../src/call/publish-session.js';
import type {CallSession} from '../../src/call/call-session.js';
import {outgoingCall} from '../../src/call/call-record.js';
import type {CallRecord} from '../../src/call/call-record.js';
import {isTalking} from '../../src/types/is-talking.js';
import {CALL_PHASES} from '../../src/types/call-phases.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import {NOTHING_SENT} from '../../src/types/media.js';

const peer = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'verified'} as const;
const states = {mic: 'on', camera: 'pending', screen: 'off'} as const;
const remoteMedia = {mic: true, camera: true, screen: false};

/** The parts of a session that elements may know. */
const session = (record: Partial<CallRecord>, changes: object = {}): CallSession =>
  ({
    id: 'call',
    peer,
    media: 'video',
    connector: 'local',
    connectedAt: undefined,
    endedAt: undefined,
    record: {...outgoingCall, ...record},
    localMedia: {states},
    leg: {remoteMedia},
    ...changes,
  }) as unknown as CallSession;

for (const phase of CALL_PHASES) {
  test(`${phase}: own devices show until the end, the other’s only while both agreed to talk`, () => {
    const state = publishSession(session({phase}));
    assert.deepEqual(state.local, phase === 'ended' ? IDLE_STATE.local : states);
    assert.deepEqual(state.remote, isTalking(phase) ? remoteMedia : NOTHING_SENT);
    assert.deepEqual([state.phase, state.callId, state.peer], [phase, 'call', peer]);
  });
}

test('an end says how long the two were connected, and is frozen', () => {
  const end = {reason: 'hung-up', by: 'local'} as const;
  const long = publishSession(session({phase: 'ended', end}, {connectedAt: 1000, endedAt: 3500})).end;
  assert.deepEqual(long, {...end, durationMs: 2500});
  assert.ok(Object.isFrozen(long));
  assert.equal(publishSession(session({phase: 'ended', end}, {endedAt: 3500})).end?.durationMs, 0);
});

test('before there is anything to show, nothing is on', () => {
  const state = publishSession(session({phase: 'connecting'}, {localMedia: undefined, leg: undefined}));
  assert.deepEqual([state.local, state.remote, state.end], [IDLE_STATE.local, NOTHING_SENT, undefined]);
});
