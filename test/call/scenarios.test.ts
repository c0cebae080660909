import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

test('answered: both are connected in the same call, see each other, and hang up once', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  assert.deepEqual([alice.phase, bob.phase], ['ringing', 'incoming']);
  assert.deepEqual([alice.platform.tone, bob.platform.tone], ['ringback', 'ringtone']);
  assert.equal(bob.state.peer?.name, 'alice’s name');
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  assert.equal(alice.state.callId, bob.state.callId);
  assert.deepEqual(alice.state.remote, {mic: true, camera: true, screen: false});
  assert.equal(bob.controller.streams.remote?.getTracks().length, 2);
  await wait(10_000);
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([alice.end, bob.end], ['hung-up local', 'hung-up remote']);
  assert.ok(Math.abs((bob.state.end?.durationMs ?? 0) - 10_400) < 300);
  assert.equal(alice.told('call-connected').length, 1);
  assert.equal(bob.told('call-missed').length, 0);
  everybodyRests();
});

test('hung up by the callee: the caller is told at once', async () => {
  const {alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  await bob.controller.hangUp();
  await wait(100);
  assert.deepEqual([alice.end, bob.end], ['hung-up remote', 'hung-up local']);
  everybodyRests();
});

test('declined: both stop ringing, and nobody missed anything', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  await bob.controller.decline();
  await wait(100);
  assert.deepEqual([alice.end, bob.end], ['declined remote', 'declined local']);
  assert.equal(bob.told('call-missed').length, 0);
  everybodyRests();
});

test('cancelled while it rings: the callee stops ringing and has missed a call', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  await alice.controller.hangUp();
  await wait(100);
  assert.deepEqual([alice.end, bob.end], ['cancelled local', 'cancelled remote']);
  assert.deepEqual(bob.told('call-missed').map(({reason}) => reason), ['cancelled']);
  everybodyRests();
});

test('cancelled before the ring arrives: the callee never rings', async () => {
  const {world, alice, bob, wait, everybodyRests} = await setup();
  world.server.intercept = ({message}, deliver) => deliver(message.type === 'ring' ? 3000 : 0);
  void alice.controller.start({callee: 'bob'});
  await wait(200);
  await alice.controller.hangUp();
  await wait(10_000);
  assert.deepEqual([alice.end, bob.phase], ['cancelled local', 'idle']);
  assert.equal(bob.told('call-incoming').length, 0);
  everybodyRests();
});

test('cancelled while the answer is on its way: over for both, as cancelled', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  void bob.controller.accept();
  await alice.controller.hangUp();
  await wait(1000);
  assert.deepEqual([alice.end, bob.end], ['cancelled local', 'cancelled remote']);
  everybodyRests();
});

test('not answered: over for both when the caller’s ring timeout is', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  await wait(44_000);
  assert.deepEqual([alice.phase, bob.phase], ['ringing', 'incoming']);
  await wait(2000);
  assert.deepEqual([alice.end, bob.end], ['no-answer system', 'no-answer system']);
  assert.equal(bob.told('call-missed').length, 1);
  everybodyRests();
});

test('not answered, by a caller that never stops: the callee’s own limit ends it', async () => {
  const {world, bob, wait, everybodyRests} = await setup();
  const carol = world.person('carol', {configuration: {ringTimeout: 600}});
  await wait(100);
  void carol.controller.start({callee: 'bob'});
  await wait(52_000);
  assert.deepEqual([carol.end, bob.end], ['no-answer system', 'no-answer system']);
  everybodyRests(carol);
});

test('busy: the second caller is told, the first call goes on, nothing rings, a missed call is noted', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  const carol = world.person('carol');
  await answered();
  void carol.controller.start({callee: 'bob'});
  await wait(500);
  assert.equal(carol.end, 'busy remote');
  assert.deepEqual([alice.phase, bob.phase, bob.platform.tone], ['connected', 'connected', undefined]);
  assert.equal(bob.told('call-incoming').length, 1);
  assert.deepEqual(bob.told('call-missed').map(({peer, reason}) => [peer.id, reason]), [['carol', 'busy']]);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests(carol);
});

test('nobody is there: unreachable within three seconds', async () => {
  const {alice, wait, everybodyRests} = await setup();
  void alice.controller.start({callee: 'nobody'});
  await wait(2900);
  assert.equal(alice.phase, 'initiating');
  await wait(200);
  assert.equal(alice.end, 'unreachable system');
  everybodyRests();
});

test('the own line is down: signaling-failed, not unreachable', async () => {
  const {world, alice, wait, everybodyRests} = await setup();
  world.server.setOnline(false, alice.endpoint);
  assert.equal(alice.state.line, 'offline');
  void alice.controller.start({callee: 'bob'});
  await wait(3100);
  assert.equal(alice.end, 'signaling-failed system');
  everybodyRests();
});

test('a page that comes while it rings joins in, and can answer', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  const phone = world.person('bob');
  await wait(3500);
  assert.equal(phone.phase, 'incoming');
  void phone.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, phone.phase, bob.end], ['connected', 'connected', 'answered-elsewhere system']);
  await phone.controller.hangUp();
  await wait(500);
  everybodyRests(phone);
});

test('answered with sound only: the camera stays off and is not opened', async () => {
  const {alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  void bob.controller.accept({media: 'audio'});
  await wait(500);
  assert.deepEqual(bob.state.local, {mic: 'on', camera: 'off', screen: 'off'});
  assert.deepEqual(alice.state.remote, {mic: true, camera: false, screen: false});
});

test('what is being written goes over as far as it has got, and back to nothing', async () => {
  const {alice, bob, wait, answered} = await setup();
  assert.equal(alice.controller.sendDraft('too early'), false);
  await answered();
  for (const draft of ['H', 'He', '']) assert.equal(alice.controller.sendDraft(draft), true);
  await wait(100);
  assert.deepEqual(bob.told('call-text-draft').map(({text}) => text), ['H', 'He', '']);
  assert.deepEqual(bob.told('call-text'), []);
});

test('text goes over while connected, and nowhere else', async () => {
  const {alice, bob, wait, answered} = await setup();
  assert.equal(alice.controller.sendText('too early'), false);
  await answered();
  assert.equal(alice.controller.sendText('<b>hello</b>'), true);
  await wait(100);
  assert.deepEqual(bob.told('call-text').map(({text}) => text), ['<b>hello</b>']);
  await alice.controller.hangUp();
  assert.equal(alice.controller.sendText('too late'), false);
});
