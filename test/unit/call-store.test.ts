import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CallStore} from '../../src/call/call-store.js';
import {untilState} from '../../src/call/until-state.js';

const peer = {id: 'bob', name: 'Bob', avatar: undefined, identity: 'claimed'} as const;

/** A store, and what its watchers and listeners were told, in order. */
const setup = () => {
  const store = new CallStore();
  const told: string[] = [];
  store.subscribe(({phase}) => void told.push(phase));
  store.onNotice((notice) => {
    const {detail} = notice;
    told.push('to' in detail ? `${detail.from} → ${detail.to}` : notice.type);
  });
  return {store, told};
};

test('a change replaces the state, frozen, and is told once; no change is not told', () => {
  const {store, told} = setup();
  const before = store.state;
  store.patch({line: 'online'});
  store.patch({line: 'online'});
  assert.notEqual(store.state, before);
  assert.ok(Object.isFrozen(store.state));
  assert.deepEqual(told, ['idle']);
});

test('a change of phase is told to watchers, then as a notice', () => {
  const {store, told} = setup();
  store.patch({phase: 'initiating'});
  assert.deepEqual(told, ['initiating', 'idle → initiating']);
});

test('what a watcher changes is told after what it was told of, to all in the same order', () => {
  const store = new CallStore();
  store.subscribe(({phase}) => phase === 'initiating' && store.patch({phase: 'ended'}));
  const told: string[] = [];
  store.subscribe(({phase}) => void told.push(phase));
  store.onNotice(({type}) => void told.push(type));
  store.patch({phase: 'initiating'});
  assert.deepEqual(told, ['initiating', 'call-state-change', 'ended', 'call-state-change']);
  assert.equal(store.state.phase, 'ended');
});

test('what happens together is told afterwards', () => {
  const {store, told} = setup();
  store.together(() => {
    store.patch({phase: 'initiating'});
    store.patch({phase: 'ringing'});
    assert.deepEqual([told, store.state.phase], [[], 'ringing']);
  });
  assert.deepEqual(told, ['initiating', 'idle → initiating', 'ringing', 'initiating → ringing']);
});

test('a watcher that throws stops neither the others nor the next change; the error is reported', async () => {
  const {store, told} = setup();
  const caught: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => void caught.push(error));
  const store2 = new CallStore();
  store2.subscribe(() => {
    throw new TypeError('a page’s own mistake');
  });
  store2.subscribe(() => store.patch({phase: 'ringing'}));
  store2.patch({phase: 'ringing'});
  await new Promise((resolve) => setImmediate(resolve));
  for (const listener of listeners) process.on('uncaughtException', listener);
  assert.deepEqual(told, ['ringing', 'idle → ringing']);
  assert.equal(caught.length, 1);
});

test('only a false is a veto, and every listener is asked', () => {
  const store = new CallStore();
  const detail = {callId: 'call', peer, media: 'audio'} as const;
  assert.equal(store.ask('call-incoming', detail), true);
  let asked = 0;
  store.onNotice(() => void (asked += 1));
  assert.equal(store.ask('call-incoming', {...detail}), true);
  const stop = store.onNotice(() => false);
  store.onNotice(() => void (asked += 1));
  assert.equal(store.ask('call-incoming', {...detail}), false);
  assert.equal(asked, 3);
  stop();
  assert.equal(store.ask('call-incoming', {...detail}), true);
});

test('a notice’s detail is frozen', () => {
  const store = new CallStore();
  let isFrozen = false;
  store.onNotice(({detail}) => void (isFrozen = Object.isFrozen(detail)));
  store.notice('call-text', {callId: 'call', text: 'hello'});
  assert.ok(isFrozen);
});

test('whoever stopped watching is told nothing more, even in the middle of it', () => {
  const {store, told} = setup();
  const stop = store.subscribe(() => void told.push('never'));
  stop();
  stop();
  store.patch({line: 'online'});
  assert.deepEqual(told, ['idle']);
});

test('until settles at once, or with the first state that fits', async () => {
  const {store} = setup();
  assert.equal(await untilState(store, ({phase}) => phase === 'idle'), store.state);
  const later = untilState(store, ({phase}) => phase === 'connected');
  for (const phase of ['initiating', 'ringing', 'connecting', 'connected', 'ended'] as const) store.patch({phase});
  assert.equal((await later).phase, 'connected');
});
