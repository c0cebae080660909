import assert from 'node:assert/strict';
import {test} from 'node:test';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {Connector, ConnectorSink} from '../../src/connectors/connector.js';
import {CallError} from '../../src/types/call-error.js';
import type {Person} from '../helpers/call-world.js';
import {setup} from '../helpers/two-people.js';

const boom = (): never => {
  throw new TypeError('boom');
};
const never = (): Promise<never> => new Promise(() => undefined);

const connector = (changes: Partial<Connector>): Connector => ({
  capabilities: {identity: 'claimed', presence: false, ice: false, maxBytes: 1000},
  open: async () => undefined,
  send: async () => undefined,
  close: async () => undefined,
  ...changes,
});

/** Alice again, with a connector that is no good for calls out, beside the good one. */
const withBad = async (load: () => Promise<() => Connector>) => {
  const parts = await setup();
  registerConnector('bad', load);
  const carol = parts.world.person('carol', {configuration: {connector: 'bad', connectors: ['bad', 'memory']}});
  await parts.wait(100);
  return {...parts, carol};
};

const BAD: readonly (readonly [what: string, load: () => Promise<() => Connector>, end: string, withinMs: number])[] = [
  ['cannot be fetched', () => Promise.reject(new TypeError('offline')), 'signaling-failed system', 100],
  ['is never fetched', never, 'signaling-failed system', 5100],
  ['throws when it is made', async () => boom, 'signaling-failed system', 100],
  ['throws on open', async () => () => connector({open: boom}), 'signaling-failed system', 100],
  ['refuses to open', async () => () => connector({open: () => Promise.reject(new CallError('signaling-refused'))}), 'signaling-failed system', 100],
  ['never opens', async () => () => connector({open: never}), 'signaling-failed system', 5100],
  ['throws on send', async () => () => connector({send: boom}), 'unreachable system', 3100],
  ['rejects on send', async () => () => connector({send: async () => boom()}), 'unreachable system', 3100],
  ['never sends', async () => () => connector({send: never}), 'unreachable system', 3100],
  ['throws on close', async () => () => connector({close: boom}), 'unreachable system', 3100],
  ['never closes', async () => () => connector({close: never}), 'unreachable system', 3100],
  ['throws when asked for ICE servers', async () => () => connector({iceServers: boom}), 'unreachable system', 3100],
];

const assertGoodStillWorks = async (carol: Person, bob: Person, wait: (ms: number) => Promise<void>): Promise<void> => {
  void carol.controller.start({callee: 'bob', connector: 'memory'});
  await wait(500);
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([carol.phase, bob.phase], ['connected', 'connected']);
};

for (const [what, load, end, withinMs] of BAD) {
  test(`a connector that ${what}: the call ends, the page goes on, the other connector works, all is let go`, async () => {
    const {carol, bob, wait} = await withBad(load);
    void carol.controller.start({callee: 'bob'});
    await wait(withinMs);
    assert.equal(carol.end, end);
    await assertGoodStillWorks(carol, bob, wait);
    await carol.controller.dispose();
    await wait(500);
    assert.deepEqual([carol.phase, bob.end, carol.leftovers], ['ended', 'page-closed remote', []]);
  });
}

test('a connector that could not be fetched is fetched again for the next call', async () => {
  let attempts = 0;
  const {world, carol, wait} = await withBad(async () => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('offline');
    return () => world.server.connect({} as never) as Connector;
  });
  assert.equal(carol.state.line, 'error');
  void carol.controller.start({callee: 'bob'});
  await wait(500);
  assert.deepEqual([attempts, carol.state.line, carol.phase], [2, 'online', 'ringing']);
});

test('a name that no connector has: reported once, and calls over it end', async () => {
  const {world, wait} = await setup();
  const carol = world.person('carol', {configuration: {connector: 'nonsense'}});
  await wait(100);
  assert.deepEqual([carol.state.line, carol.state.trouble?.code], ['error', 'connector-unknown']);
  void carol.controller.start({callee: 'bob'});
  await wait(100);
  assert.equal(carol.end, 'signaling-failed system');
});

test('a link-out as the connector for calls out: nothing is wrong, calls come in over the others, and none goes out by it as a message', async () => {
  const {world, bob, wait} = await setup();
  registerConnector('meeting', async () => ({url: 'https://meet.example.org/{id}'}));
  const carol = world.person('carol', {configuration: {connector: 'meeting', connectors: ['meeting', 'memory']}});
  await wait(100);
  assert.deepEqual([carol.state.line, carol.state.trouble], ['online', undefined]);
  await assertGoodStillWorks(carol, bob, wait);
});

test('a line that takes four seconds: the call waits for it', async () => {
  const {world, alice, bob, wait} = await setup();
  const slow = world.server.connect({} as never);
  registerConnector('slow', async () => () => ({
    ...connector({}),
    open: async (...given: Parameters<Connector['open']>) => {
      await new Promise<void>((resolve) => world.clock.after(4000, resolve));
      await slow.open(...given);
    },
    send: (to, message) => slow.send(to, message),
    close: () => slow.close(),
  }));
  const carol = world.person('carol', {configuration: {connector: 'slow'}});
  void carol.controller.start({callee: 'bob'});
  await wait(4500);
  assert.deepEqual([carol.phase, bob.phase, alice.phase], ['ringing', 'incoming', 'idle']);
});

test('a connector that speaks after it was closed is not heard', async () => {
  const sinks: ConnectorSink[] = [];
  const {carol, wait} = await withBad(async () => () =>
    connector({
      open: async (_self, sink) => void sinks.push(sink),
    }),
  );
  carol.controller.configure({userId: 'dave'});
  await wait(100);
  sinks[0]?.status('error', new CallError('signaling-refused'));
  assert.equal(carol.state.line, 'online');
  assert.equal(carol.state.trouble, undefined);
});
