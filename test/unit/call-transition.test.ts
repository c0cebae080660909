import assert from 'node:assert/strict';
import {test} from 'node:test';
import {incomingCall, outgoingCall} from '../../src/call/call-record.js';
import type {CallEvent, CallRecord} from '../../src/call/call-record.js';
import {transition} from '../../src/call/call-transition.js';
import {CALL_PHASES} from '../../src/types/call-phases.js';
import type {CallPhase} from '../../src/types/call-phase.js';

const EVENTS: {readonly [T in CallEvent['type']]: Extract<CallEvent, {type: T}>} = {
  heard: {type: 'heard'},
  accepted: {type: 'accepted', endpoint: 'phone'},
  accept: {type: 'accept'},
  confirmed: {type: 'confirmed'},
  linked: {type: 'linked'},
  unlinked: {type: 'unlinked'},
  left: {type: 'left'},
  moved: {type: 'moved', endpoint: 'next desk'},
  returned: {type: 'returned', endpoint: 'next desk'},
  end: {type: 'end', reason: 'hung-up', by: 'local'},
};
const TYPES = Object.keys(EVENTS) as CallEvent['type'][];

/** Where each event leads from each phase, of a call that is neither confirmed nor linked. All else changes nothing. */
const LEADS: Readonly<Record<CallPhase, Partial<Record<CallEvent['type'], CallPhase>>>> = {
  idle: {},
  initiating: {heard: 'ringing', accepted: 'connecting', end: 'ended'},
  ringing: {accepted: 'connecting', end: 'ended'},
  incoming: {accept: 'connecting', end: 'ended'},
  connecting: {returned: 'reconnecting', end: 'ended'},
  connected: {unlinked: 'reconnecting', returned: 'reconnecting', end: 'ended'},
  reconnecting: {end: 'ended'},
  ended: {},
};

const recordIn = (phase: CallPhase, changes: Partial<CallRecord> = {}): CallRecord =>
  Object.freeze({...(phase === 'incoming' ? incomingCall('desk') : outgoingCall), phase, ...changes});

for (const phase of CALL_PHASES) {
  for (const type of TYPES) {
    const leads = LEADS[phase][type] ?? phase;
    test(`${type} while ${phase} leads to ${leads}`, () => {
      const before = recordIn(phase);
      const after = transition(before, EVENTS[type]);
      assert.equal(after.phase, leads);
      assert.equal(after.direction, before.direction);
      assert.ok(Object.isFrozen(after));
      assert.equal(after.end !== undefined, leads === 'ended' && phase !== 'ended');
    });
  }
}

test('whatever happens to a call that is over or was never begun, it stays the same object', () => {
  for (const phase of ['idle', 'ended'] as const) {
    for (const type of TYPES) {
      for (const flags of [{}, {linked: true, confirmed: true}]) {
        const before = recordIn(phase, flags);
        assert.equal(transition(before, EVENTS[type]), before);
      }
    }
  }
});

test('connected needs both: the word that the answer counts, and a path', () => {
  const wanted = ['accept', 'confirmed', 'linked'] as const;
  const orders = [[0, 1, 2], [0, 2, 1], [2, 0, 1]] as const;
  for (const order of orders) {
    let call = incomingCall('desk');
    for (const [step, index] of order.entries()) {
      assert.notEqual(call.phase, 'connected', `after ${step} steps`);
      call = transition(call, EVENTS[wanted[index] ?? 'accept']);
    }
    assert.equal(call.phase, 'connected');
  }
});

test('nothing that the other side says connects somebody who did not answer', () => {
  const said = ['heard', 'accepted', 'confirmed', 'linked', 'unlinked', 'left', 'moved', 'returned'] as const;
  for (const first of said) for (const second of said) for (const third of said) {
    const call = [first, second, third].reduce((record, type) => transition(record, EVENTS[type]), incomingCall('desk'));
    assert.equal(call.phase, 'incoming', `${first}, ${second}, ${third}`);
  }
});

test('an answer counts once: the endpoint of the first stays', () => {
  const first = transition(outgoingCall, EVENTS.accepted);
  const second = transition(first, {type: 'accepted', endpoint: 'desk'});
  assert.equal(second, first);
  assert.equal(second.endpoint, 'phone');
});

test('a path that came while it rang, and is lost before the answer, does not connect', () => {
  const call = (['linked', 'unlinked', 'accepted'] as const).reduce((record, type) => transition(record, EVENTS[type]), outgoingCall);
  assert.equal(call.phase, 'connecting');
  assert.equal(transition(call, EVENTS.linked).phase, 'connected');
});

test('a lost path that is found leads back to connected', () => {
  const call = (['accepted', 'linked', 'unlinked'] as const).reduce((record, type) => transition(record, EVENTS[type]), outgoingCall);
  assert.equal(call.phase, 'reconnecting');
  assert.equal(transition(call, EVENTS.linked).phase, 'connected');
});

test('a page that goes is waited for in a call that was settled; its next one has to find a new path', () => {
  const settled = (['accepted', 'linked'] as const).reduce((record, type) => transition(record, EVENTS[type]), outgoingCall);
  const left = transition(settled, EVENTS.left);
  assert.deepEqual([left.phase, left.endpoint, left.linked], ['reconnecting', 'phone', false]);
  const back = transition(left, EVENTS.returned);
  assert.deepEqual([back.phase, back.endpoint, back.linked], ['reconnecting', 'next desk', false]);
  assert.equal(transition(back, EVENTS.linked).phase, 'connected');
});

test('a caller’s page that goes between answer and confirmation is waited for while connecting', () => {
  const answered = transition(incomingCall('desk'), EVENTS.accept);
  assert.equal(transition(answered, EVENTS.left), answered);
  const moved = transition(answered, EVENTS.moved);
  assert.deepEqual([moved.phase, moved.endpoint, moved.confirmed], ['connecting', 'next desk', false]);
});

test('any hundred events, in any order, end a call at most once, and it says the first reason', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    let call: CallRecord = seed % 2 ? outgoingCall : incomingCall('desk');
    let state = seed * 7919 + 1;
    let first: CallRecord['end'];
    for (let step = 0; step < 100; step += 1) {
      state = (state * 48_271) % 2_147_483_647;
      call = transition(call, EVENTS[TYPES[state % TYPES.length] ?? 'heard']);
      first ??= call.end;
      assert.equal(call.end, first);
      assert.equal(call.phase === 'ended', first !== undefined);
    }
  }
});
