import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ConnectorSelf, ConnectorSink} from '../../src/connectors/connector.js';
import {setup} from '../helpers/two-people.js';

const MANY = 5000;
const NOBODY: ConnectorSink = {message: () => undefined, status: () => undefined};

/** Somebody who sends Bob whatever they like. */
const flooder = async () => {
  const parts = await setup();
  const {world, bob} = parts;
  const self: ConnectorSelf = {user: 'mallory', endpoint: world.random.id(), name: 'Mallory', avatar: ''};
  const mailbox = world.server.add(self, NOBODY);
  const post = (message: object): void => world.server.post(mailbox, {user: 'bob'}, message);
  const ring = (call: string, sentAt: number): object => ({
    v: 1,
    call,
    from: {user: self.user, endpoint: self.endpoint},
    to: {user: 'bob'},
    seq: 0,
    ack: 0,
    type: 'ring',
    body: {media: 'audio', name: 'Mallory', avatar: '', sentAt},
  });
  const warnings: unknown[] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words);
  void bob.controller.prepare();
  await parts.wait(100);
  return {...parts, post, ring, warnings};
};

test(`${MANY} malformed messages are counted, warned of once, and change nothing`, async () => {
  const {bob, wait, post, start, alice, warnings} = await flooder();
  for (let count = 0; count < MANY; count += 1) post({v: 1, type: 'ring', call: count});
  await wait(1000);
  assert.equal((await bob.controller.diagnostics()).dropped['malformed'], MANY);
  assert.equal(warnings.length, 1);
  assert.equal(bob.phase, 'idle');
  await start(alice, 'bob');
  assert.equal(bob.phase, 'incoming');
});

test(`${MANY} rings of one caller within a minute: one popup, one tone, and others still get an answer`, async () => {
  const {world, alice, bob, wait, start, post, ring} = await flooder();
  for (let minute = 0; minute < 60; minute += 1) {
    for (let count = 0; count < MANY / 60; count += 1) post(ring(world.random.id(), world.clock.now()));
    await wait(1000);
    assert.equal(bob.phase, 'incoming');
  }
  assert.ok(bob.told('call-incoming').length <= 20, `${bob.told('call-incoming').length} popups`);
  assert.ok(bob.told('call-missed').length <= 40, `${bob.told('call-missed').length} missed calls`);
  assert.equal(bob.state.waiting.length, 0);
  await start(alice, 'bob');
  assert.deepEqual([alice.phase, bob.state.waiting.map(({peer}) => peer.id)], ['ringing', ['alice']]);
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual([bob.phase, bob.state.peer?.id], ['incoming', 'alice']);
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual(bob.leftovers, []);
});

test('many stale rings that nobody stands by do not keep a late but true one from ringing', async () => {
  const {world, bob, wait, start, post, ring} = await flooder();
  for (let count = 0; count < 100; count += 1) post(ring(world.random.id(), 0));
  const carol = world.person('carol', {skew: 600_000});
  await wait(100);
  assert.equal(bob.phase, 'idle');
  await start(carol, 'bob');
  assert.equal(bob.phase, 'incoming');
});
