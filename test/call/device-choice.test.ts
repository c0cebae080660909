import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';
import type {Person} from '../helpers/call-world.js';

const chosen = async ({controller}: Person): Promise<string> =>
  (await controller.devices()).filter((device) => device.chosen).map(({id}) => id).join(' ');

test('without a call, a choice is remembered for the next one', async () => {
  const {alice, wait, answered} = await setup();
  assert.equal(await chosen(alice), 'mic-1 camera-1 speaker-1');
  const state = await alice.controller.choose('mic', 'mic-2');
  assert.equal(state.phase, 'idle');
  await alice.controller.choose('camera', 'camera-2');
  await alice.controller.choose('speaker', 'speaker-2');
  await answered();
  await wait(100);
  assert.equal(await chosen(alice), 'mic-2 camera-2 speaker-2');
  assert.equal(alice.platform.speaker, 'speaker-2');
});

test('in a call, another microphone is sent at once, and neither side sees it off', async () => {
  const {alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  const seen: boolean[] = [];
  const stop = bob.controller.subscribe(({remote}) => void seen.push(remote.mic));
  const state = await alice.controller.choose('mic', 'mic-2');
  await wait(100);
  stop();
  assert.deepEqual([state.phase, state.local.mic, state.trouble], ['connected', 'on', undefined]);
  assert.equal(await chosen(alice), 'mic-2 camera-1 speaker-1');
  assert.ok(seen.every(Boolean));
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests();
});

test('in a call, one that cannot be opened leaves the old one, and says why', async () => {
  const {alice, answered} = await setup();
  await answered();
  alice.platform.devices.camera = 'missing';
  const state = await alice.controller.choose('camera', 'camera-2');
  assert.deepEqual([state.phase, state.local.camera, state.trouble?.code], ['connected', 'on', 'no-camera']);
  assert.equal(await chosen(alice), 'mic-1 camera-1 speaker-1');
});

test('each user on one browser has their own', async () => {
  const {alice} = await setup();
  await alice.controller.choose('mic', 'mic-2');
  alice.controller.configure({userId: 'carol'});
  assert.equal(await chosen(alice), 'mic-1 camera-1 speaker-1');
  alice.controller.configure({userId: 'alice'});
  assert.equal(await chosen(alice), 'mic-2 camera-1 speaker-1');
});

test('after a call, a choice is that of whoever is signed in then', async () => {
  const {alice, wait, answered} = await setup();
  await answered();
  alice.controller.configure({userId: 'carol'});
  await wait(500);
  await alice.controller.choose('mic', 'mic-2');
  assert.equal(await chosen(alice), 'mic-2 camera-1 speaker-1');
  alice.controller.configure({userId: 'alice'});
  assert.equal(await chosen(alice), 'mic-1 camera-1 speaker-1');
});

test('after the end of everything, there is nothing to choose and nothing happens', async () => {
  const {alice} = await setup();
  await alice.controller.dispose();
  assert.deepEqual(await alice.controller.devices(), []);
  await alice.controller.choose('mic', 'mic-2');
});
