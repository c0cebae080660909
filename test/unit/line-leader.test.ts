import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Connector, ConnectorSink, Presence} from '../../src/connectors/connector.js';
import {IceDesk} from '../../src/tabs/ice-desk.js';
import {LineLeader} from '../../src/tabs/line-leader.js';
import {CallError} from '../../src/types/call-error.js';

/** A leader whose connectors are refused until `allow` is called, and all that it tells. */
const lead = () => {
  const told: Record<string, unknown>[] = [];
  const watching = new Map<string, (presence: Presence) => void>();
  let isAllowed = false;
  let cutOff = (_error: unknown): void => undefined;
  const create = (): Connector => ({
    capabilities: {identity: 'verified', presence: true, ice: false, maxBytes: 1000},
    open: async (_self: unknown, sink: ConnectorSink) => {
      if (!isAllowed) throw new CallError('signaling-refused');
      sink.status('online');
    },
    send: async () => undefined,
    close: async () => cutOff(new DOMException('closed', 'AbortError')),
    iceServers: () => new Promise((_resolve, reject) => (cutOff = reject)),
    presence: (user, fn) => {
      watching.set(user, fn);
      return () => void watching.delete(user);
    },
  });
  const leader = new LineLeader({
    self: {user: 'dave', endpoint: 'one', name: '', avatar: ''},
    create,
    now: () => 0,
    isHidden: () => false,
    tell: (word) => void told.push(word as Record<string, unknown>),
    mourn: () => undefined,
  });
  return {leader, told, watching, allow: () => void (isAllowed = true)};
};

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

test('a line that was refused is opened again by one tab: whoever the others watch is watched on', async () => {
  const {leader, told, watching, allow} = lead();
  leader.heard('one', {is: 'watch', users: ['alice']});
  leader.heard('two', {is: 'watch', users: ['bob', 'alice']});
  await settled();
  assert.deepEqual([...watching.keys()].sort(), ['alice', 'bob']);
  allow();
  leader.heard('two', {is: 'again'});
  await settled();
  assert.deepEqual([...watching.keys()].sort(), ['alice', 'bob']);
  watching.get('bob')?.('available');
  assert.deepEqual(told.at(-1), {is: 'presence', user: 'bob', presence: 'available'});
  leader.heard('two', {is: 'bye'});
  assert.deepEqual([...watching.keys()], ['alice']);
  leader.close();
  assert.equal(watching.size, 0);
});

test('a question for ICE servers that its end leaves open is answered by the next leader, not by this one', async () => {
  const {leader, told} = lead();
  await settled();
  leader.heard('two', {is: 'ask', n: 1});
  leader.close();
  await settled();
  assert.deepEqual(told.filter(({is}) => is === 'answer'), []);
});

test('whoever closes a line asks nobody any more, and warns of nothing', async () => {
  const said: object[] = [];
  const desk = new IceDesk((word) => void said.push(word));
  const question = desk.ask();
  desk.giveUp();
  await assert.rejects(question, {name: 'AbortError'});
  desk.heldBy('another');
  assert.equal(said.length, 1);
});
