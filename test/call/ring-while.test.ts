import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {UserStatus} from '../../src/types/configuration.js';
import {setup} from '../helpers/two-people.js';

const heard: readonly [status: UserStatus, isHeard: boolean][] = [
  ['available', true],
  ['away', true],
  ['busy', false],
  ['do-not-disturb', false],
  ['invisible', false],
];

for (const [status, isHeard] of heard) {
  test(`a ring ${isHeard ? 'sounds' : 'makes no sound, and the state says so,'} while the callee is ${status}`, async () => {
    const {alice, bob, start, wait} = await setup();
    bob.controller.configure({status});
    await start(alice, 'bob');
    assert.deepEqual([bob.phase, bob.platform.tone, bob.state.silent], ['incoming', isHeard ? 'ringtone' : undefined, !isHeard]);
    await alice.controller.hangUp();
    await wait(100);
    assert.equal(bob.state.silent, false);
  });
}

test('a page says by ring-while when a ring may sound', async () => {
  const {alice, bob, start} = await setup();
  bob.controller.configure({status: 'invisible', ringWhile: ['invisible']});
  await start(alice, 'bob');
  assert.deepEqual([bob.platform.tone, bob.state.silent], ['ringtone', false]);
});

test('who says in the middle of a ring that they are not to be disturbed has silence at once, and the other way round', async () => {
  const {alice, bob, start} = await setup();
  await start(alice, 'bob');
  bob.controller.configure({status: 'do-not-disturb'});
  assert.deepEqual([bob.phase, bob.platform.tone, bob.state.silent, bob.state.status], ['incoming', undefined, true, 'do-not-disturb']);
  bob.controller.configure({status: 'away'});
  assert.deepEqual([bob.platform.tone, bob.state.silent], ['ringtone', false]);
});

test('calls ring where they are heard, unless another loudspeaker was chosen for that', async () => {
  const {alice, answered} = await setup();
  await answered();
  await alice.controller.choose('speaker', 'headset');
  assert.deepEqual([alice.platform.speaker, alice.platform.ringer], ['headset', 'headset']);
  await alice.controller.choose('ringer', 'desk');
  assert.deepEqual([alice.platform.speaker, alice.platform.ringer], ['headset', 'desk']);
  await alice.controller.choose('ringer', '');
  assert.equal(alice.platform.ringer, 'headset');
});
