import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

test('the caller’s microphone is refused: over on both sides, with the reason, and nothing was missed', async () => {
  const {alice, bob, wait, everybodyRests} = await setup();
  Object.assign(alice.platform.devices, {mic: 'denied', delay: 1000});
  void alice.controller.start({callee: 'bob'});
  await wait(500);
  assert.equal(bob.phase, 'incoming');
  await wait(1000);
  assert.deepEqual([alice.end, bob.end], ['media-denied local', 'media-denied remote']);
  assert.equal(alice.state.trouble?.code, 'mic-denied');
  assert.equal(bob.told('call-missed').length, 0);
  everybodyRests();
});

test('the callee’s microphone is refused after answering: over on both sides, with the reason', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  Object.assign(bob.platform.devices, {mic: 'denied', delay: 1000});
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1500);
  assert.deepEqual([alice.end, bob.end], ['media-denied remote', 'media-denied local']);
  assert.equal(bob.state.trouble?.code, 'mic-denied');
  everybodyRests();
});

test('no camera: the call goes on with sound, and the trouble is told', async () => {
  const {alice, bob, answered} = await setup();
  alice.platform.devices.camera = 'missing';
  await answered();
  assert.deepEqual(alice.state.local, {mic: 'on', camera: 'unavailable', screen: 'off'});
  assert.equal(alice.state.trouble?.code, 'no-camera');
  assert.deepEqual(bob.state.remote, {mic: true, camera: false, screen: false});
});

test('nothing is opened at the callee, and no track meets a connection, before the answer', async () => {
  const attached: string[] = [];
  const {world, bob, wait} = await setup();
  const carol = world.person('carol', {
    attached: (link, {mic}) => void attached.push(`${link.role} ${mic ? 'mic' : 'nothing'}`),
  });
  await wait(100);
  void carol.controller.start({callee: 'bob'});
  await wait(10_000);
  assert.deepEqual([carol.phase, carol.state.local.mic, bob.platform.media.size], ['ringing', 'on', 0]);
  assert.equal(carol.platform.links.size, 1);
  assert.deepEqual(attached, []);
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual(attached.slice(0, 1), ['offerer mic']);
});

test('a microphone that opens after the answer is sent then', async () => {
  const {alice, bob, wait, start} = await setup();
  bob.platform.devices.delay = 3000;
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1000);
  assert.deepEqual([bob.phase, bob.state.local.mic, alice.state.remote.mic], ['connected', 'pending', false]);
  await wait(3000);
  assert.deepEqual([bob.state.local.mic, alice.state.remote.mic], ['on', true]);
});

test('a microphone that opens after the end is let go', async () => {
  const {alice, bob, wait, everybodyRests} = await setup();
  alice.platform.devices.delay = 5000;
  void alice.controller.start({callee: 'bob'});
  await wait(500);
  await alice.controller.hangUp();
  await wait(10_000);
  assert.equal(alice.state.local.mic, 'off');
  assert.equal(bob.end, 'cancelled remote');
  everybodyRests();
});

test('switching off and on again shows on both sides, and is remembered for the next call', async () => {
  const {alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  const off = await bob.controller.set('camera', false);
  await wait(100);
  assert.deepEqual([off.local.camera, alice.state.remote.camera], ['off', false]);
  await bob.controller.set('screen', true);
  await wait(100);
  assert.equal(alice.controller.streams.remoteScreen?.getTracks().length, 1);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests();
  await answered();
  assert.deepEqual([bob.state.local.camera, bob.state.local.screen], ['off', 'off']);
  await bob.controller.set('camera', true);
  await wait(100);
  assert.equal(alice.state.remote.camera, true);
});

test('a switch that is refused reports it, and the call goes on', async () => {
  const {alice, answered} = await setup();
  await answered();
  alice.platform.devices.screen = 'denied';
  const state = await alice.controller.set('screen', true);
  assert.deepEqual([state.phase, state.local.screen, state.trouble?.code], ['connected', 'off', 'screen-denied']);
});
