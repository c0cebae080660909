import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

/** Milliseconds that rings need from Alice and from Bob, and by how much Bob presses later. */
const CROSSINGS: readonly (readonly [fromAlice: number, fromBob: number, later: number])[] = [
  [10, 10, 0],
  [10, 10, 1],
  [10, 10, 9],
  [300, 10, 0],
  [10, 300, 0],
  [300, 300, 100],
  [1500, 10, 5],
  [10, 1500, 5],
  [650, 710, 640],
];

for (const [fromAlice, fromBob, later] of CROSSINGS) {
  for (const seed of [1, 2, 3, 4]) {
    const situation = `rings of ${fromAlice} and ${fromBob} ms, ${later} ms apart, ids of seed ${seed}`;
    test(`both call each other: one call, both connected (${situation})`, async () => {
      const {world, alice, bob, wait, everybodyRests} = await setup({seed});
      world.server.intercept = ({from}, deliver) => deliver(from.user === 'alice' ? fromAlice : fromBob);
      void alice.controller.start({callee: 'bob'});
      await wait(later);
      void bob.controller.start({callee: 'alice'});
      await wait(12_000);
      assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
      assert.equal(alice.state.callId, bob.state.callId);
      assert.equal(new Set([alice.state.direction, bob.state.direction]).size, 2);
      assert.equal(alice.platform.media.size + bob.platform.media.size, 2);
      await bob.controller.hangUp();
      await wait(2000);
      assert.deepEqual([alice.end, bob.end], ['hung-up remote', 'hung-up local']);
      everybodyRests();
    });
  }
}

test('both call each other, and one thinks better of it: no call comes of it that only one of them wants', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const {alice, bob, wait, everybodyRests} = await setup({seed});
    void alice.controller.start({callee: 'bob'});
    void bob.controller.start({callee: 'alice'});
    await wait(5);
    await alice.controller.hangUp();
    await wait(60_000);
    everybodyRests();
    assert.equal(alice.told('call-connected').length + bob.told('call-connected').length, 0);
    assert.ok(bob.end === 'cancelled remote' || bob.end === 'no-answer system', `it ended as ${bob.end}`);
  }
});

test('both call each other while the microphone of one is still being asked for: refusing it ends the call', async () => {
  for (const seed of [1, 2]) {
    const {alice, bob, wait, everybodyRests} = await setup({seed});
    for (const {platform} of [alice, bob]) Object.assign(platform.devices, {delay: 1000});
    alice.platform.devices.mic = 'denied';
    void alice.controller.start({callee: 'bob'});
    void bob.controller.start({callee: 'alice'});
    await wait(3000);
    assert.deepEqual([alice.end, bob.end], ['media-denied local', 'media-denied remote']);
    everybodyRests();
  }
});

test('pressed twice: one call', async () => {
  const {world, alice, bob, wait} = await setup();
  const {controller} = alice;
  const both = Promise.all([controller.start({callee: 'bob'}), controller.start({callee: 'bob'})]);
  await wait(500);
  const [first, second] = await both;
  assert.equal(first.callId, second.callId);
  const calls = new Set(world.server.log.map(({message}) => message.call));
  assert.equal(calls.size, 1);
  assert.equal(bob.told('call-incoming').length, 1);
});

test('pressed for somebody else during a call: the call goes on, and the press is reported', async () => {
  const {alice, bob, answered} = await setup();
  await answered();
  await alice.controller.start({callee: 'carol'});
  assert.equal(alice.state.trouble?.code, 'already-in-call');
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
});

test('answered twice, declined after answering, hung up twice: the first press counts', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  void bob.controller.accept();
  void bob.controller.accept();
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  await Promise.all([alice.controller.hangUp(), alice.controller.hangUp(), bob.controller.hangUp()]);
  await wait(500);
  assert.deepEqual([alice.end, bob.end], ['hung-up local', 'hung-up local']);
  everybodyRests();
});

test('calling nobody, oneself, or while signed out does nothing but say so', async () => {
  const {world, alice, wait} = await setup();
  for (const callee of ['', 'alice']) {
    await alice.controller.start({callee});
    assert.equal(alice.state.trouble?.code, 'callee-missing');
  }
  alice.controller.configure({userId: ''});
  await alice.controller.start({callee: 'bob'});
  assert.equal(alice.state.trouble?.code, 'user-missing');
  await wait(1000);
  assert.equal(alice.phase, 'idle');
  assert.equal(world.server.log.length, 0);
});

test('calling back the one who rings does not begin a second call', async () => {
  const {alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  const state = await bob.controller.start({callee: 'alice'});
  await wait(500);
  assert.equal(state.phase, 'incoming');
  assert.equal(alice.phase, 'ringing');
});
