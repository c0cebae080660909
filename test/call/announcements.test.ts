import assert from 'node:assert/strict';
import {test} from 'node:test';
import {registerConnector} from '../../src/connectors/connector-registry.js';
import type {Announcement, Connector, ConnectorSink} from '../../src/connectors/connector.js';
import {CallError} from '../../src/types/call-error.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {CallWorld} from '../helpers/call-world.js';

/** Alice on a connector that listens to how she is. */
const setup = async (open: (sink: ConnectorSink) => Promise<void> = async () => undefined) => {
  const world = new CallWorld(createFakeClock());
  const told: Announcement[] = [];
  let sink: ConnectorSink | undefined;
  const connector: Connector = {
    capabilities: {identity: 'verified', presence: true, ice: false, maxBytes: 100_000},
    open: async (_self, given) => {
      sink = given;
      await open(given);
    },
    send: async () => undefined,
    announce: (announcement) => {
      told.push(announcement);
      throw new Error('It must harm nobody.');
    },
    close: async () => undefined,
  };
  registerConnector('listening', async () => () => connector);
  const alice = world.person('alice', {configuration: {connector: 'listening', status: 'away'}});
  await world.clock.advance(10);
  /** Bob writes to Alice. */
  const receive = (type: string, body: object): void => {
    const [from, to] = [{user: 'bob', endpoint: 'bob-1'}, {user: 'alice'}];
    sink?.message({v: 1, call: '11111111-1111-4111-8111-111111111111', from, to, seq: 0, ack: 0, type, body}, {user: 'bob'});
  };
  return {alice, told, receive, status: (...news: Parameters<ConnectorSink['status']>) => sink?.status(...news), clock: world.clock};
};

test('a connector hears how the person is when it comes online, and when that changes', async () => {
  const {alice, told} = await setup();
  assert.deepEqual(told, [{status: 'away', inCall: false}]);
  alice.controller.configure({status: 'busy'});
  alice.controller.configure({status: 'busy', userName: 'Alice'});
  assert.deepEqual(told.slice(1), [{status: 'busy', inCall: false}]);
});

test('a connector hears of a call from the press to the end', async () => {
  const {alice, told, clock} = await setup();
  void alice.controller.start({callee: 'bob'});
  await clock.advance(10);
  void alice.controller.hangUp();
  await clock.advance(10);
  assert.deepEqual(told.map(({inCall}) => inCall), [false, true, false]);
});

test('a connector hears it again after each reconnect', async () => {
  const {told, status} = await setup();
  status('offline', new CallError('signaling-lost'));
  status('online');
  status('online');
  assert.equal(told.length, 2);
});

test('a connector that could not be opened and came online by itself can be used', async () => {
  const {alice, told, status, clock} = await setup(() => Promise.reject(new CallError('signaling-refused')));
  assert.deepEqual([alice.state.line, alice.state.trouble?.code, told.length], ['error', 'signaling-refused', 0]);
  status('online');
  assert.deepEqual([alice.state.line, told.length], ['online', 1]);
  void alice.controller.start({callee: 'bob'});
  await clock.advance(10);
  assert.equal(alice.phase, 'initiating');
});

test('a call that merely rings here is told to nobody; one that is answered is', async () => {
  const {alice, told, clock, receive} = await setup();
  receive('ring', {media: 'audio', name: 'Bob', avatar: '', sentAt: clock.now()});
  await clock.advance(10);
  assert.equal(alice.phase, 'incoming');
  assert.deepEqual(told.map(({inCall}) => inCall), [false]);
  void alice.controller.accept();
  await clock.advance(10);
  assert.deepEqual(told.map(({inCall}) => inCall), [false, true]);
});

test('how somebody else is goes out on their own line, not on that of who was here before', async () => {
  const {alice, told, clock} = await setup();
  alice.controller.configure({userId: 'bob', status: 'do-not-disturb'});
  assert.equal(told.length, 1);
  await clock.advance(10);
  assert.deepEqual(told.slice(1), [{status: 'do-not-disturb', inCall: false}]);
});
