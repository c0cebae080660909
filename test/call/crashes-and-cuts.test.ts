import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

test('the caller crashes while it rings: the callee stops within twelve seconds', async () => {
  const {alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  alice.crash();
  await wait(12_000);
  assert.equal(bob.end, 'cancelled remote');
  assert.equal(bob.told('call-missed').length, 1);
  assert.deepEqual(bob.leftovers, []);
});

test('the line of everybody is down for twenty seconds while it rings: it rings on, and can be answered', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  world.server.setOnline(false);
  await wait(20_000);
  world.server.setOnline(true);
  assert.deepEqual([alice.phase, bob.phase], ['ringing', 'incoming']);
  await wait(5000);
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
});

test('the caller crashes while the line is down: it stops ringing once the line has been back for twelve seconds', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  world.server.setOnline(false);
  alice.crash();
  await wait(15_000);
  assert.equal(bob.phase, 'incoming');
  world.server.setOnline(true);
  await wait(16_000);
  assert.equal(bob.end, 'cancelled remote');
});

test('the caller crashes while it rings and calls again: the new call rings, and does not meet its own ghost', async () => {
  const {world, alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  alice.crash();
  await wait(5000);
  const again = world.person('alice');
  await wait(100);
  await start(again, 'bob');
  assert.deepEqual([again.phase, bob.phase, bob.state.callId], ['ringing', 'incoming', again.state.callId]);
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual([again.end, bob.end, bob.leftovers], ['declined remote', 'declined local', []]);
});

test('the other side crashes in a call: reconnecting is shown, then connection-failed', async () => {
  for (const dies of ['alice', 'bob'] as const) {
    const {alice, bob, wait, answered} = await setup();
    await answered();
    const [dead, left] = dies === 'alice' ? [alice, bob] : [bob, alice];
    dead.crash();
    await wait(3000);
    assert.equal(left.phase, 'reconnecting');
    await wait(36_000);
    assert.equal(left.end, 'connection-failed system');
    assert.deepEqual(left.leftovers, []);
  }
});

test('the other side crashes in a call and calls back: the new call rings instead of being told "busy"', async () => {
  const {world, alice, bob, wait, start, answered} = await setup();
  await answered();
  alice.crash();
  const again = world.person('alice');
  await wait(3000);
  await start(again, 'bob');
  assert.deepEqual([again.phase, bob.phase], ['ringing', 'incoming']);
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([again.phase, bob.phase, bob.platform.media.size], ['connected', 'connected', 1]);
});

test('the network is cut for ten seconds: reconnecting on both sides, and back in the same call', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  const {callId, connectedAt} = alice.state;
  world.network.cut(bob.endpoint);
  await wait(3000);
  assert.deepEqual([alice.phase, bob.phase], ['reconnecting', 'reconnecting']);
  await wait(7000);
  world.network.heal(bob.endpoint);
  await wait(6000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  assert.deepEqual([alice.state.callId, alice.state.connectedAt], [callId, connectedAt]);
  assert.equal(alice.told('call-connected').length, 1);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests();
});

test('the network stays cut: connection-failed on both sides', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  world.network.cut(bob.endpoint);
  await wait(40_000);
  assert.deepEqual([alice.end, bob.end], ['connection-failed system', 'connection-failed system']);
  everybodyRests();
});

test('network and signalling are gone for both: over on both sides all the same', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  world.network.cut(alice.endpoint);
  world.server.setOnline(false);
  await wait(40_000);
  assert.deepEqual([alice.end, bob.end], ['connection-failed system', 'connection-failed system']);
  everybodyRests();
});

test('hung up while everything is cut: the other side learns it as soon as a word gets through', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  world.network.cut(alice.endpoint);
  world.server.setOnline(false);
  await wait(3000);
  await alice.controller.hangUp();
  await wait(3000);
  assert.equal(bob.phase, 'reconnecting');
  world.server.setOnline(true);
  await wait(6000);
  assert.deepEqual([alice.end, bob.end], ['hung-up local', 'hung-up remote']);
  everybodyRests();
});

test('media finds no way at all: connection-failed on both sides, from "connecting"', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  world.network.cut(bob.endpoint);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1000);
  assert.deepEqual([alice.phase, bob.phase], ['connecting', 'connecting']);
  await wait(26_000);
  assert.deepEqual([alice.end, bob.end], ['connection-failed system', 'connection-failed system']);
  everybodyRests();
});

test('the page of one is closed in a call and does not come back: the other waits for twenty seconds, and is told why', async () => {
  const {alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  bob.controller.suspend();
  await wait(50);
  assert.deepEqual([alice.phase, bob.phase, bob.leftovers], ['reconnecting', 'idle', []]);
  await wait(19_900);
  assert.equal(alice.phase, 'reconnecting');
  await wait(200);
  assert.equal(alice.end, 'page-closed remote');
  everybodyRests();
});

test('a page that can leave nothing to its next one ends its call when it is closed, and so does a call’s own window', async () => {
  for (const windowName of ['', 'call-elements-bob']) {
    const {alice, bob, wait, answered, everybodyRests} = await setup();
    await answered();
    Object.assign(bob.platform, {windowName});
    if (!windowName) Object.assign(bob.platform.tickets, {put: () => false});
    bob.controller.suspend();
    await wait(500);
    assert.deepEqual([alice.end, bob.end], ['page-closed remote', 'page-closed local']);
    everybodyRests();
  }
});
