import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CallStore} from '../../src/call/call-store.js';
import {keepCallLog} from '../../src/call/keep-call-log.js';
import {createCallLog} from '../../src/settings/call-log.js';
import {EMPTY_HISTORY, MOST_CALLS, parseCallHistory} from '../../src/settings/parse-call-history.js';
import type {LoggedCall} from '../../src/types/logged-call.js';

const BOB = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'verified'} as const;
const CALL: LoggedCall = {
  callId: 'one',
  peer: BOB,
  direction: 'incoming',
  media: 'audio',
  connector: 'peerjs',
  at: 1000,
  durationMs: 0,
  reason: 'cancelled',
  by: 'remote',
  missed: true,
};

// There is no IndexedDB here: all of it is the memory that stands in where a browser keeps nothing.
let people = 0;
const somebody = () => createCallLog(`somebody-${(people += 1)}`);

test('a call that several tabs tell of is there once, with what is known best', async () => {
  const log = somebody();
  const talked: LoggedCall = {...CALL, reason: 'hung-up', missed: false, durationMs: 5000, at: 1200};
  await log.add({...CALL, reason: 'answered-elsewhere', by: 'system', missed: false});
  await log.add(talked);
  await log.add({...CALL, reason: 'answered-elsewhere', by: 'system', missed: false});
  assert.deepEqual((await log.read()).calls, [{...talked, at: 1000}]);
});

test('missed stays missed, whichever tab tells first; declined in one tab is missed in none', async () => {
  const log = somebody();
  await log.add({...CALL, missed: false});
  await log.add(CALL);
  await log.add({...CALL, missed: false});
  assert.equal((await log.read()).calls[0]?.missed, true);
  const other = somebody();
  await other.add({...CALL, reason: 'declined', by: 'local', missed: false});
  await other.add({...CALL, reason: 'declined-elsewhere', by: 'system', missed: false});
  assert.deepEqual((await other.read()).calls.map(({reason, missed}) => [reason, missed]), [['declined', false]]);
});

test('a ring that a page left behind and that was answered on the next was not missed', async () => {
  const log = somebody();
  await log.add({...CALL, reason: 'page-closed', by: 'local'});
  await log.add({...CALL, reason: 'hung-up', missed: false, durationMs: 10});
  assert.equal((await log.read()).calls[0]?.missed, false);
});

test('the newest two hundred are kept, and what was seen outlives a clearing', async () => {
  const log = somebody();
  for (let at = 1; at <= MOST_CALLS + 5; at += 1) await log.add({...CALL, callId: String(at), at});
  const {calls} = await log.read();
  assert.deepEqual([calls.length, calls[0]?.at, calls.at(-1)?.at], [MOST_CALLS, 205, 6]);
  await log.see(204);
  await log.see(3);
  await log.clear();
  assert.deepEqual(await log.read(), {calls: [], seenAt: 204});
});

test('whatever lies on the disk is read, call by call', () => {
  const rows: readonly [unknown, number][] = [
    [undefined, 0],
    ['nonsense', 0],
    [[], 0],
    [{calls: 'x'}, 0],
    [{calls: [null, 1, 'x', {}, {...CALL, peer: undefined}, {...CALL, callId: ''}, {...CALL, reason: 'x'}]}, 0],
    [{calls: [{...CALL, at: -1}, {...CALL, at: 1e300}, {...CALL, at: '1'}, {...CALL, direction: 'up'}]}, 0],
    [{calls: [{...CALL, peer: {...BOB, id: 'x'.repeat(1000)}}]}, 0],
    [{calls: [CALL, 7]}, 1],
    [{calls: [CALL, CALL]}, 1],
    [JSON.parse('{"__proto__": {"calls": [1]}, "calls": []}'), 0],
  ];
  for (const [value, count] of rows) assert.equal(parseCallHistory(value).calls.length, count, JSON.stringify(value));
  const [read] = parseCallHistory({calls: [{...CALL, media: 'x', by: 7, durationMs: -1, peer: {id: 'bob', avatar: 'javascript:1'}, more: 1}]}).calls;
  assert.deepEqual(read, {...CALL, media: 'video', by: 'system', peer: {...BOB, name: 'bob', identity: 'claimed'}});
  assert.deepEqual(parseCallHistory({calls: [{...CALL, direction: 'outgoing'}]}).calls.map(({missed}) => missed), [false]);
  assert.equal(parseCallHistory({seenAt: -1}).seenAt, EMPTY_HISTORY.seenAt);
});

/** A store as the engine fills it, and what was written down. */
const watched = () => {
  const store = new CallStore();
  const written: (LoggedCall & {user: string})[] = [];
  let now = 0;
  const keep = () =>
    keepCallLog(store, {now: () => now}, (user) => ({add: async (call) => void written.push({...call, user})}));
  const at = (time: number) => void (now = time);
  store.patch({userId: 'alice'});
  return {store, written, keep, at};
};
const ended = {callId: 'one', peer: BOB, reason: 'hung-up', by: 'remote', durationMs: 500} as const;

test('a call is written down when it is over, with when it began', () => {
  const {store, written, keep, at} = watched();
  keep();
  at(100);
  store.patch({phase: 'initiating', callId: 'one', direction: 'outgoing', peer: BOB, media: 'audio', connector: 'local'});
  at(700);
  store.notice('call-ended', ended);
  const {callId: _, ...rest} = ended;
  assert.deepEqual(written, [{...rest, callId: 'one', user: 'alice', at: 100, direction: 'outgoing', media: 'audio', connector: 'local', missed: false}]);
});

test('rings behind the first, and those who were turned away, are written down as well', () => {
  const {store, written, keep} = watched();
  keep();
  store.patch({waiting: [{callId: 'two', peer: BOB, media: 'audio', connector: 'local', shownByPage: false}]});
  store.notice('call-ended', {...ended, callId: 'two', durationMs: 0, reason: 'cancelled'});
  store.notice('call-missed', {callId: 'two', peer: BOB, reason: 'cancelled'});
  store.notice('call-missed', {callId: 'three', peer: BOB, reason: 'busy'});
  assert.deepEqual(
    written.map(({callId, direction, media, missed, by}) => [callId, direction, media, missed, by]),
    [
      ['two', 'incoming', 'audio', false, 'remote'],
      ['two', 'incoming', 'audio', true, 'remote'],
      ['three', 'incoming', 'video', true, 'local'],
    ],
  );
});

test('a call that was over before anything listened is not lost; that of another tab, and of nobody, is not written', () => {
  const {store, written, keep} = watched();
  store.patch({phase: 'ended', callId: 'one', direction: 'outgoing', peer: BOB, end: {reason: 'unreachable', by: 'system', durationMs: 0}});
  const stop = keep();
  assert.deepEqual(written.map(({callId, reason}) => [callId, reason]), [['one', 'unreachable']]);
  store.patch({elsewhere: {callId: 'two', phase: 'connected', peer: BOB, place: 'tab', windowName: ''}});
  store.notice('call-ended', {...ended, callId: 'two'});
  store.patch({userId: ''});
  store.notice('call-ended', {...ended, callId: 'three'});
  stop();
  store.patch({userId: 'alice'});
  store.notice('call-ended', {...ended, callId: 'four'});
  assert.equal(written.length, 1);
});

test('where pages may share nothing with others, calls are kept all the same', async (t) => {
  const channel = globalThis.BroadcastChannel;
  t.after(() => (globalThis.BroadcastChannel = channel));
  // As Firefox does where it keeps nothing for a site.
  globalThis.BroadcastChannel = class {
    constructor() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    }
  } as unknown as typeof BroadcastChannel;
  const log = createCallLog('alone');
  const stop = log.watch(() => assert.fail('nobody tells'));
  await log.add(CALL);
  assert.equal((await log.read()).calls.length, 1);
  stop();
});

test('a missed call is news although a later one, or one by a clock that was wrong, was seen before it was over', async () => {
  const log = createCallLog('long ring');
  const missed = {...CALL, direction: 'incoming', missed: true} as const;
  await log.add({...missed, callId: 'short', at: 2000});
  await log.see(2000);
  await log.add({...missed, callId: 'long', at: 1000});
  assert.equal((await log.read()).seenAt, 999);
  // Another tab tells of the same one; it has been seen by then.
  await log.see(2000);
  await log.add({...missed, callId: 'long', at: 1000});
  assert.equal((await log.read()).seenAt, 2000);
});
