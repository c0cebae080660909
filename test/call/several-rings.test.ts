import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Person} from '../helpers/call-world.js';
import {setup} from '../helpers/two-people.js';

/** Alice, Carol and Dave call Bob, in this order. */
const threeCallers = async () => {
  const parts = await setup();
  const {world, alice, bob, wait, start} = parts;
  const carol = world.person('carol');
  const dave = world.person('dave');
  await wait(100);
  for (const caller of [alice, carol, dave]) await start(caller, 'bob');
  const idOf = (person: Person): string => person.state.callId ?? '';
  return {...parts, bob, carol, dave, idOf};
};

const waiting = ({state}: Person): readonly string[] => state.waiting.map(({peer}) => peer.id);

test('several ring: the first is the state’s, the others wait in their order, each is told once, and one tone sounds', async () => {
  const {alice, bob, carol, dave} = await threeCallers();
  assert.deepEqual([alice.phase, carol.phase, dave.phase], ['ringing', 'ringing', 'ringing']);
  assert.deepEqual([bob.phase, bob.state.peer?.id, waiting(bob)], ['incoming', 'alice', ['carol', 'dave']]);
  assert.deepEqual(bob.told('call-incoming').map(({peer}) => peer.id), ['alice', 'carol', 'dave']);
  assert.deepEqual([bob.platform.tone, bob.platform.sounded], ['ringtone', ['ringtone']]);
});

test('the first is over: the next moves up, without being told anew, and the tone goes on', async () => {
  const {alice, bob, carol, dave, wait, everybodyRests} = await threeCallers();
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([bob.phase, bob.state.peer?.id, waiting(bob)], ['incoming', 'carol', ['dave']]);
  assert.deepEqual(bob.told('call-missed').map(({peer, reason}) => [peer.id, reason]), [['alice', 'cancelled']]);
  assert.equal(bob.platform.sounded.length, 1);
  await bob.controller.decline();
  await wait(500);
  assert.deepEqual([carol.end, bob.phase, bob.state.peer?.id], ['declined remote', 'incoming', 'dave']);
  await bob.controller.hangUp();
  await wait(500);
  assert.deepEqual([dave.end, bob.told('call-incoming').length, bob.told('call-ended').length], ['declined remote', 3, 3]);
  everybodyRests(carol, dave);
});

test('one that waits is answered: it is the call, and the others hear "busy" and were missed', async () => {
  const {alice, bob, carol, dave, wait, idOf, everybodyRests} = await threeCallers();
  const state = bob.controller.accept({callId: idOf(carol)});
  await wait(500);
  assert.deepEqual([(await state).phase, bob.state.peer?.id, carol.phase], ['connected', 'carol', 'connected']);
  assert.deepEqual([alice.end, dave.end, waiting(bob)], ['busy remote', 'busy remote', []]);
  assert.deepEqual(bob.told('call-missed').map(({peer, reason}) => [peer.id, reason]), [['alice', 'busy'], ['dave', 'busy']]);
  assert.equal(bob.platform.media.size, 1);
  await bob.controller.hangUp();
  await wait(500);
  assert.equal(carol.end, 'hung-up remote');
  everybodyRests(carol, dave);
});

test('one that waits is declined, one is given up by its caller: the first rings on', async () => {
  const {alice, bob, carol, dave, wait, idOf} = await threeCallers();
  await bob.controller.decline('declined', idOf(carol));
  await dave.controller.hangUp();
  await wait(500);
  assert.deepEqual([carol.end, bob.phase, bob.state.peer?.id, waiting(bob)], ['declined remote', 'incoming', 'alice', []]);
  assert.deepEqual([alice.phase, bob.platform.tone], ['ringing', 'ringtone']);
});

test('answering and declining a call that does not ring changes nothing', async () => {
  const {alice, bob, carol, wait, idOf} = await threeCallers();
  await carol.controller.hangUp();
  const over = bob.state.waiting[0]?.callId ?? '';
  await wait(500);
  for (const callId of [over, idOf(carol), 'nonsense', '']) {
    await bob.controller.accept({callId});
    await bob.controller.decline('declined', callId);
  }
  assert.deepEqual([alice.phase, bob.phase, waiting(bob), bob.platform.media.size], ['ringing', 'incoming', ['dave'], 0]);
});

test('both popups are pressed at once: one call, and the press that was first', async () => {
  const {bob, carol, dave, wait, idOf} = await threeCallers();
  void bob.controller.accept({callId: idOf(dave)});
  void bob.controller.accept({callId: idOf(carol)});
  await wait(1000);
  assert.deepEqual([bob.phase, bob.state.peer?.id, dave.phase, carol.end], ['connected', 'dave', 'connected', 'busy remote']);
});

test('a call that is hung up while it is being answered leaves the others ringing', async () => {
  const {alice, bob, carol, wait, everybodyRests, dave} = await threeCallers();
  const stop = bob.controller.subscribe(({phase}) => {
    if (phase !== 'connecting') return;
    stop();
    void bob.controller.hangUp();
  });
  void bob.controller.accept();
  await wait(500);
  assert.deepEqual([alice.end, bob.phase, bob.state.peer?.id, carol.phase], ['hung-up remote', 'incoming', 'carol', 'ringing']);
  void bob.controller.accept();
  await wait(500);
  assert.equal(carol.phase, 'connected');
  await carol.controller.hangUp();
  await wait(500);
  everybodyRests(carol, dave);
});

test('nobody fills the page: a ninth caller, and a second call of the same person, hear "busy"', async () => {
  const {world, bob, wait, start, everybodyRests} = await setup();
  const callers = Array.from({length: 9}, (_, index) => world.person(`caller-${index}`));
  const twin = world.person('caller-0');
  await wait(100);
  for (const caller of callers) await start(caller, 'bob');
  await start(twin, 'bob');
  assert.deepEqual([bob.state.waiting.length, callers[8]?.end, twin.end], [7, 'busy remote', 'busy remote']);
  await Promise.all([...callers, twin].map(({controller}) => controller.hangUp()));
  await wait(1000);
  everybodyRests(...callers, twin);
});

test('the page shows one of several itself: only that one is marked', async () => {
  const {world, alice, bob, wait, start} = await setup();
  const carol = world.person('carol');
  await wait(100);
  bob.controller.onNotice(({type, detail}) => !(type === 'call-incoming' && detail.peer.id === 'carol'));
  await start(alice, 'bob');
  await start(carol, 'bob');
  assert.deepEqual([bob.state.shownByPage, bob.state.waiting[0]?.shownByPage], [false, true]);
  await alice.controller.hangUp();
  await wait(500);
  assert.deepEqual([bob.state.peer?.id, bob.state.shownByPage], ['carol', true]);
});

test('the page is left while several ring: every caller is told, and may wait for its return', async () => {
  const {bob, alice, carol, dave, wait, everybodyRests} = await threeCallers();
  bob.controller.suspend();
  assert.deepEqual(bob.leftovers, []);
  await wait(17_000);
  assert.deepEqual([alice.end, carol.end, dave.end], ['unreachable system', 'unreachable system', 'unreachable system']);
  everybodyRests(carol, dave);
});
