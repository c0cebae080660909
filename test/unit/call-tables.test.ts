import assert from 'node:assert/strict';
import {test} from 'node:test';
import {carryOut} from '../../src/call/carry-out.js';
import {EndedCalls} from '../../src/call/ended-calls.js';
import {readConfiguration} from '../../src/call/read-configuration.js';
import {refuseStart} from '../../src/call/refuse-start.js';
import {RING_LEASE, RING_REPEAT, timeLimit} from '../../src/call/time-limits.js';
import {maySound, toneFor} from '../../src/call/tone-for.js';
import {CallRequestEvent} from '../../src/events/call-request-event.js';
import {isLive} from '../../src/types/call-phase.js';
import {CALL_PHASES} from '../../src/types/call-phases.js';
import {IDLE_STATE} from '../../src/types/call-state.js';
import type {CallState} from '../../src/types/call-state.js';
import {DEFAULT_CONFIGURATION, USER_STATUSES} from '../../src/types/configuration.js';
import type {CallConfiguration, UserStatus} from '../../src/types/configuration.js';
import type {CallControllerFace} from '../../src/types/controller.js';
import {randomId} from '../../src/util/random-id.js';

console.warn = () => undefined;

test('every phase that waits for somebody has a time limit, and no other has', () => {
  const open = ['idle', 'connected', 'ended'];
  for (const phase of CALL_PHASES) {
    for (const direction of ['outgoing', 'incoming'] as const) {
      assert.equal(timeLimit(phase, direction, 45_000) === undefined, open.includes(phase), phase);
    }
  }
});

test('the callee’s limits are longer than the caller’s, so that one of them decides', () => {
  const ms = (...of: Parameters<typeof timeLimit>): number => timeLimit(...of)?.ms ?? 0;
  assert.ok(ms('incoming', 'incoming', 45_000) > ms('ringing', 'outgoing', 45_000));
  for (const phase of ['connecting', 'reconnecting'] as const) {
    assert.ok(ms(phase, 'incoming', 45_000) > ms(phase, 'outgoing', 45_000));
  }
  assert.ok(ms('initiating', 'outgoing', 45_000) <= 3000);
  assert.ok(RING_LEASE > 3 * RING_REPEAT.ringing);
});

test('a call that is over stays over, for its first reason, and only the last few are remembered', () => {
  const ended = new EndedCalls();
  ended.add('one', 'declined');
  ended.add('one', 'hung-up');
  assert.equal(ended.reason('one', 'desk'), 'declined');
  for (let count = 0; count < 63; count += 1) ended.add(`${count}`, 'busy');
  assert.equal(ended.reason('one', 'desk'), 'declined');
  ended.add('last', 'busy');
  assert.deepEqual([ended.reason('one', 'desk'), ended.reason('last', 'desk')], [undefined, 'busy']);
});

test('a call with one endpoint was answered elsewhere for the others', () => {
  const ended = new EndedCalls();
  ended.add('one', 'hung-up', 'phone');
  assert.deepEqual([ended.reason('one', 'phone'), ended.reason('one', 'desk')], ['hung-up', 'answered-elsewhere']);
});

const USEFUL: readonly Partial<CallConfiguration>[] = [
  {userId: 'alice'},
  {userId: ''},
  {ringTimeout: 1},
  {ringTimeout: 600},
  {ipPrivacy: 'always'},
  {status: 'do-not-disturb'},
  {connectors: ['local', 'peerjs']},
  {iceServers: [{urls: 'stun:stun.example'}]},
  {windowMode: 'window'},
];
const OF_NO_USE: readonly Partial<CallConfiguration>[] = [
  {userId: 'a'.repeat(257)},
  {ringTimeout: 0},
  {ringTimeout: NaN},
  {ringTimeout: 601},
  {ipPrivacy: 'never' as 'always'},
  {status: 'asleep' as 'away'},
  {iceServers: {} as []},
  {windowMode: 'popup' as 'window'},
];
const OF_ANOTHER_KIND: readonly object[] = [
  {userId: 7},
  {ringTimeout: '45'},
  {connectors: 'local'},
  {constructor: 'x'},
  {toString: 'x'},
  {userName: null},
  {server: undefined},
];

test('a configuration of use is taken as it is', () => {
  for (const changes of USEFUL) assert.deepEqual(readConfiguration(changes), changes);
  assert.deepEqual(readConfiguration(DEFAULT_CONFIGURATION), DEFAULT_CONFIGURATION);
});

test('what is of another kind changes nothing, and spoils nothing beside it', () => {
  for (const changes of OF_ANOTHER_KIND) {
    const read = readConfiguration({...changes, userAvatar: 'x'} as Partial<CallConfiguration>);
    assert.deepEqual(read, {userAvatar: 'x'}, JSON.stringify(changes));
  }
});

test('where a value is of no use the usual one is taken', () => {
  for (const changes of OF_NO_USE) {
    const [name] = Object.keys(changes) as [keyof CallConfiguration];
    assert.deepEqual(readConfiguration(changes), {[name]: DEFAULT_CONFIGURATION[name]}, JSON.stringify(changes));
  }
});

const state = (changes: Partial<CallState>): CallState => ({...IDLE_STATE, ...changes});

test('what sounds is a function of the phase and of whether one may be disturbed', () => {
  for (const status of USER_STATUSES) {
    const disturbs = status === 'available' || status === 'away';
    const isWelcome = maySound({...DEFAULT_CONFIGURATION, status});
    assert.equal(isWelcome, disturbs, status);
    assert.equal(toneFor(state({phase: 'incoming'}), isWelcome), disturbs ? 'ringtone' : undefined);
    assert.equal(toneFor(state({phase: 'ringing'}), isWelcome), 'ringback');
    for (const phase of ['idle', 'initiating', 'connecting', 'connected', 'reconnecting'] as const) {
      assert.equal(toneFor(state({phase}), isWelcome), undefined);
    }
  }
});

test('the page says when a ring may sound, and the server may add do not disturb', () => {
  const may = (status: UserStatus, ringWhile: readonly UserStatus[], ringWhileDoNotDisturb = false): boolean =>
    maySound({status, ringWhile}, {ringWhileDoNotDisturb});
  assert.equal(may('invisible', ['invisible']), true);
  assert.equal(may('available', ['invisible']), false);
  assert.equal(may('available', []), false);
  assert.equal(may('do-not-disturb', ['available'], true), true);
  assert.equal(may('invisible', ['available'], true), false);
});

test('the end sounds when the other side or nobody ended what one was in', () => {
  const end = (by: 'local' | 'remote' | 'system') => ({reason: 'hung-up', by, durationMs: 0}) as const;
  const tone = (changes: Partial<CallState>): string | undefined => toneFor(state({phase: 'ended', ...changes}), true);
  assert.equal(tone({end: end('remote'), direction: 'outgoing'}), 'hang-up');
  assert.equal(tone({end: end('system'), direction: 'incoming', connectedAt: 1}), 'hang-up');
  assert.equal(tone({end: end('local'), direction: 'outgoing', connectedAt: 1}), undefined);
  assert.equal(tone({end: end('remote'), direction: 'incoming'}), undefined);
});

test('a start is refused to nobody, to oneself, signed out, and during a call with somebody else', () => {
  const peer = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'claimed'} as const;
  for (const phase of CALL_PHASES) {
    const alice = state({userId: 'alice', phase, peer});
    assert.equal(refuseStart(alice, 'bob'), undefined);
    assert.equal(refuseStart(alice, '')?.code, 'callee-missing');
    assert.equal(refuseStart(alice, 'alice')?.code, 'callee-missing');
    assert.equal(refuseStart(alice, 'carol')?.code, isLive(phase) ? 'already-in-call' : undefined);
    assert.equal(refuseStart({...alice, userId: ''}, 'bob')?.code, 'user-missing');
  }
});

test('each request is carried out by the method of its name, and a request of the future by none', () => {
  const done: unknown[][] = [];
  const note = (name: string) => async (...given: unknown[]) => void done.push([name, ...given]);
  const methods = Object.fromEntries(['start', 'accept', 'decline', 'hangUp', 'set'].map((name) => [name, note(name)]));
  const controller = {...methods, state: {...IDLE_STATE, callId: '1'}};
  const carry = (request: CallRequestEvent): void => carryOut(controller as unknown as CallControllerFace, request);
  carry(new CallRequestEvent('call-start-request', {callee: 'bob', media: 'audio', connector: undefined}));
  carry(new CallRequestEvent('call-start-request', {callee: 'bob', media: 'audio', connector: 'local'}));
  carry(new CallRequestEvent('call-accept-request', {media: undefined}));
  carry(new CallRequestEvent('call-accept-request', {media: 'audio', callId: '2'}));
  carry(new CallRequestEvent('call-decline-request', {reason: 'vetoed'}));
  carry(new CallRequestEvent('call-decline-request', {reason: 'declined', callId: '2'}));
  carry(new CallRequestEvent('call-hangup-request', {callId: '1'}));
  carry(new CallRequestEvent('call-hangup-request', {callId: 'one that is over'}));
  carry(new CallRequestEvent('call-toggle-request', {kind: 'screen', on: true}));
  carry(new CallRequestEvent('call-toggle-request', {kind: 'mic', on: true, callId: 'one that is over'}));
  carry(new CustomEvent('call-teleport-request') as unknown as CallRequestEvent);
  carry(new CustomEvent('toString') as unknown as CallRequestEvent);
  assert.deepEqual(done, [
    ['start', {callee: 'bob', media: 'audio'}],
    ['start', {callee: 'bob', media: 'audio', connector: 'local'}],
    ['accept', {}],
    ['accept', {media: 'audio', callId: '2'}],
    ['decline', 'vetoed', undefined],
    ['decline', 'declined', '2'],
    ['hangUp'],
    ['set', 'screen', true],
  ]);
});

test('a press that calls somebody is an answer if they ring by now, and nothing new if somebody else does', () => {
  const done: string[] = [];
  const request = new CallRequestEvent('call-start-request', {callee: 'bob', media: 'audio', connector: undefined});
  for (const id of ['bob', 'carol']) {
    const peer = {id, name: id, avatar: undefined, identity: 'claimed'} as const;
    const controller = {
      state: state({userId: 'alice', phase: 'incoming', callId: `call of ${id}`, peer}),
      start: async () => void done.push(`start while ${id} rings`),
      accept: async ({callId}: {readonly callId: string}) => void done.push(`accept ${callId}`),
    };
    carryOut(controller as unknown as CallControllerFace, request);
    const waiting = [{callId: `call of ${id}`, peer, media: 'audio', connector: 'local', shownByPage: false}] as const;
    const carol = {...peer, id: 'somebody else'};
    controller.state = state({userId: 'alice', phase: 'incoming', callId: 'first', peer: carol, waiting});
    carryOut(controller as unknown as CallControllerFace, request);
  }
  assert.deepEqual(done, ['accept call of bob', 'accept call of bob', 'start while carol rings', 'start while carol rings']);
});

test('a random id is a version 4 UUID and never the same, with and without a secure context', () => {
  const known = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'randomUUID');
  for (const secure of [true, false]) {
    if (!secure) Object.defineProperty(crypto, 'randomUUID', {value: undefined, configurable: true});
    const ids = Array.from({length: 500}, randomId);
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(new Set(ids).size, 500);
  }
  if (known) Object.defineProperty(crypto, 'randomUUID', known);
});
