import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

test('a stranger who rings while one calls somebody else is told busy, whichever call id is lower', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const {world, alice, wait, everybodyRests} = await setup({seed});
    const mallory = world.person('mallory');
    await wait(100);
    void alice.controller.start({callee: 'bob'});
    await wait(5);
    void mallory.controller.start({callee: 'alice'});
    await wait(1000);
    assert.equal(alice.state.peer?.id, 'bob');
    assert.equal(mallory.end, 'busy remote');
    await alice.controller.hangUp();
    await wait(500);
    everybodyRests(mallory);
  }
});

test('the page’s own ringtone replaces the ringtone, and neither ringback nor the tone at the end', async () => {
  const {alice, bob, wait, start} = await setup();
  for (const person of [alice, bob]) person.controller.configure({ringtone: '/ring.mp3'});
  await start(alice, 'bob');
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual(bob.platform.sounded, ['ringtone /ring.mp3']);
  assert.deepEqual(alice.platform.sounded, ['ringback', 'hang-up']);
});

test('a trouble with a device is over when the device is on', async () => {
  const {alice, wait, answered} = await setup();
  alice.platform.devices.camera = 'denied';
  await answered();
  assert.equal(alice.state.trouble?.code, 'camera-denied');
  alice.platform.devices.camera = 'allowed';
  await alice.controller.set('camera', true);
  await wait(100);
  assert.equal(alice.state.trouble, undefined);
});

test('what one user switched off is on for the next on the same page', async () => {
  const {alice, bob, wait, start, answered} = await setup();
  await answered();
  await alice.controller.set('camera', false);
  await alice.controller.hangUp();
  alice.controller.configure({userId: 'carol'});
  await wait(500);
  await start(alice, 'bob');
  assert.equal(alice.state.local.camera, 'on');
  await alice.controller.hangUp();
  alice.controller.configure({userId: 'alice'});
  await wait(500);
  await start(alice, 'bob');
  assert.equal(alice.state.local.camera, 'off');
  void bob.controller.decline();
});

test('signing out where it rings leaves the other device ringing', async () => {
  const {world, alice, bob, wait, start} = await setup();
  const phone = world.person('bob');
  await wait(100);
  await start(alice, 'bob');
  bob.controller.configure({userId: ''});
  await wait(1000);
  assert.deepEqual([alice.phase, phone.phase], ['ringing', 'incoming']);
});

test('text is not passed on before both agreed', async () => {
  const {alice, bob, wait, start} = await setup();
  for (const person of [alice, bob]) person.controller.configure({ipPrivacy: 'off'});
  await start(alice, 'bob');
  alice.controller.sendText('Answer!');
  await wait(500);
  assert.deepEqual(bob.told('call-text'), []);
});

test('no more than four devices have a connection made while they ring', async () => {
  const {world, alice, wait, start} = await setup();
  for (let more = 0; more < 10; more += 1) world.person('bob');
  await wait(100);
  await start(alice, 'bob');
  await wait(1000);
  assert.equal(alice.platform.links.size, 4);
});

test('a wrong reason to decline is read as declined', async () => {
  const {alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  await bob.controller.decline('not-now' as 'declined');
  await wait(500);
  assert.deepEqual([bob.end, alice.end], ['declined local', 'declined remote']);
});

test('relayed only, and no relay: it is said', async () => {
  const {alice, start} = await setup();
  alice.controller.configure({ipPrivacy: 'always'});
  await start(alice, 'bob');
  assert.deepEqual(alice.told('call-error').map(({code}) => code), ['relay-missing']);
});
