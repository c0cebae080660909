import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Person} from '../helpers/call-world.js';
import {FakeBrowser} from '../helpers/fake-browser.js';
import {setup} from '../helpers/two-people.js';

/** Everybody hangs up, and nothing is left. */
const over = async (one: Person, other: Person, wait: (ms: number) => Promise<void>): Promise<void> => {
  await one.controller.hangUp();
  await wait(500);
  assert.deepEqual([one.end, other.end], ['hung-up local', 'hung-up remote']);
  assert.deepEqual([one.leftovers, other.leftovers], [[], []]);
};

for (const leaver of ['caller', 'callee'] as const) {
  test(`the ${leaver}’s page is loaded anew: the other sees "reconnecting" at once, and the same call goes on`, async () => {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    const {callId, connectedAt} = alice.state;
    const [left, stays] = leaver === 'caller' ? [alice, bob] : [bob, alice];
    const back = await world.reload(left, () => wait(3000));
    assert.equal(stays.phase, 'reconnecting');
    await wait(200);
    assert.deepEqual([back.phase, stays.phase], ['connected', 'connected']);
    assert.deepEqual([back.state.callId, stays.state.callId], [callId, callId]);
    assert.deepEqual([back.state.connectedAt, stays.state.connectedAt], [connectedAt, connectedAt]);
    assert.deepEqual([back.state.direction, back.state.peer?.id], [leaver === 'caller' ? 'outgoing' : 'incoming', stays.user]);
    assert.deepEqual([stays.told('call-connected').length, stays.told('call-ended').length, left.told('call-ended').length], [1, 0, 0]);
    assert.deepEqual([back.state.local.mic, stays.state.remote.mic, back.state.remote.mic], ['on', true, true]);
    assert.equal(back.controller.streams.remote?.getTracks().length, 2);
    await over(stays, back, wait);
  });
}

test('it is noticed by the call’s own connection when the signalling loses the word, and by the signalling when that is cut', async () => {
  for (const lost of ['signalling', 'connection'] as const) {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    if (lost === 'connection') world.network.cut(bob.endpoint);
    world.server.intercept = ({message}, deliver) => void ((lost === 'signalling' && message.type === 'leave') || deliver());
    bob.controller.suspend();
    await wait(100);
    assert.equal(alice.phase, 'reconnecting', lost);
  }
});

test('both words are lost: the page that comes back is taken in all the same', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  world.network.cut(bob.endpoint);
  world.server.intercept = ({message}, deliver) => void (message.type === 'leave' || deliver());
  const back = await world.reload(bob, () => wait(500));
  await wait(500);
  assert.deepEqual([alice.phase, back.phase], ['connected', 'connected']);
});

test('both pages are loaded anew at once, in whatever order they come back', async () => {
  for (const [first, second] of [[0, 0], [0, 10], [10, 0], [0, 4000], [4000, 0], [700, 900]] as const) {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    const {callId} = alice.state;
    const [newAlice, newBob] = await Promise.all([
      world.reload(alice, () => new Promise<void>((resolve) => void world.clock.after(first, resolve))),
      world.reload(bob, () => new Promise<void>((resolve) => void world.clock.after(second, resolve))),
      wait(6000),
    ]);
    assert.deepEqual([newAlice.phase, newBob.phase], ['connected', 'connected'], `${first} ${second}`);
    assert.deepEqual([newAlice.state.callId, newBob.state.callId], [callId, callId]);
    await over(newBob, newAlice, wait);
  }
});

test('loaded anew again and again, before the other side could say welcome: still the same call', async () => {
  for (const pause of [0, 5, 12, 25, 100]) {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    let back = bob;
    for (let round = 0; round < 12; round += 1) back = await world.reload(back, () => wait(pause));
    await wait(3000);
    assert.deepEqual([alice.phase, back.phase], ['connected', 'connected'], `${pause} ms`);
    await over(back, alice, wait);
  }
});

test('it comes back after twenty seconds: over on both sides, for one reason each side can tell', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  const back = await world.reload(bob, () => wait(21_000));
  await wait(500);
  assert.deepEqual([alice.end, back.end], ['page-closed remote', 'page-closed remote']);
  assert.deepEqual([alice.leftovers, back.leftovers], [[], []]);
});

test('the other side hung up in the meantime: the page that comes back learns it, and why', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  const back = await world.reload(bob, async () => {
    await wait(100);
    await alice.controller.hangUp();
    await wait(1000);
  });
  await wait(500);
  assert.deepEqual([alice.end, back.end, back.leftovers], ['hung-up local', 'hung-up remote', []]);
});

test('the other side is gone for good: the page that comes back gives up after twenty seconds', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  alice.crash();
  const back = await world.reload(bob);
  await wait(19_000);
  assert.equal(back.phase, 'reconnecting');
  await wait(2000);
  assert.deepEqual([back.end, back.leftovers], ['connection-failed system', []]);
});

test('hung up before it is taken in again: over on both sides at once, though the word itself is lost', async () => {
  for (const isLost of [false, true]) {
    const {world, alice, bob, wait, answered} = await setup();
    await answered();
    const back = await world.reload(bob, () => wait(100));
    let lost = 0;
    world.server.intercept = ({message, from}, deliver) => {
      if (isLost && lost === 0 && from.endpoint === back.endpoint && message.type === 'end') lost += 1;
      else deliver();
    };
    await wait(1);
    await back.controller.hangUp();
    await wait(500);
    assert.deepEqual([back.end, alice.end, lost], ['hung-up local', 'hung-up remote', isLost ? 1 : 0]);
    assert.deepEqual([alice.leftovers, back.leftovers], [[], []]);
  }
});

test('what was switched off is off on the next page, and opens no device', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  await bob.controller.set('camera', false);
  const back = await world.reload(bob, () => wait(100));
  await wait(300);
  assert.deepEqual([back.phase, back.state.local.mic, back.state.local.camera, alice.state.remote.camera], ['connected', 'on', 'off', false]);
});

test('the caller’s page is loaded anew while it rings: one popup, which rings on, and can be answered', async () => {
  for (const pause of [0, 500, 5000]) {
    const {world, alice, bob, wait, start} = await setup();
    await start(alice, 'bob');
    const {callId} = alice.state;
    const back = await world.reload(alice, () => wait(pause));
    await wait(500);
    assert.deepEqual([back.phase, back.state.callId, bob.phase], ['ringing', callId, 'incoming']);
    assert.deepEqual([bob.told('call-incoming').length, bob.platform.media.size], [1, 0]);
    void bob.controller.accept();
    await wait(500);
    assert.deepEqual([back.phase, bob.phase], ['connected', 'connected']);
    await over(bob, back, wait);
  }
});

test('the caller leaves while it rings and does not come back: the ring stops after eight seconds, as missed', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  alice.controller.suspend();
  await wait(7900);
  assert.equal(bob.phase, 'incoming');
  await wait(200);
  assert.deepEqual([bob.end, bob.told('call-missed').length], ['cancelled remote', 1]);
  everybodyRests();
});

test('answered or declined while the caller’s page is loaded anew: the next page learns it', async () => {
  for (const press of ['accept', 'decline'] as const) {
    const {world, alice, bob, wait, start} = await setup();
    await start(alice, 'bob');
    const back = await world.reload(alice, async () => {
      await wait(100);
      void bob.controller[press]();
      await wait(2000);
    });
    await wait(1000);
    if (press === 'accept') assert.deepEqual([back.phase, bob.phase], ['connected', 'connected']);
    else assert.deepEqual([back.end, bob.end], ['declined remote', 'declined local']);
  }
});

test('loaded anew in the very moment of answering, on either side: connected', async () => {
  for (const leaver of ['alice', 'bob'] as const) {
    for (const moment of [0, 1, 5, 11, 15, 21, 25, 31, 45]) {
      const {world, alice, bob, wait, start} = await setup();
      await start(alice, 'bob');
      void bob.controller.accept();
      await wait(moment);
      const left = leaver === 'alice' ? alice : bob;
      const stays = leaver === 'alice' ? bob : alice;
      const back = await world.reload(left, () => wait(200));
      await wait(3000);
      if (moment === 0 && leaver === 'bob') continue;
      assert.deepEqual([back.phase, stays.phase], ['connected', 'connected'], `${leaver}, ${moment} ms after the press`);
    }
  }
});

test('with another tab of the browser open: the next page has the right to talk, and the other tab has not', async () => {
  const {world, alice, wait, start} = await setup();
  const browser = new FakeBrowser(world.clock);
  const [one, two] = [world.person('dave', {browser}), world.person('dave', {browser})];
  await wait(100);
  await start(alice, 'dave');
  void one.controller.accept();
  await wait(500);
  const back = await world.reload(one, () => wait(300));
  await wait(500);
  assert.deepEqual([alice.phase, back.phase, two.phase], ['connected', 'connected', 'ended']);
  await two.controller.start({callee: 'bob'});
  assert.equal(two.state.trouble?.code, 'already-in-call');
});

test('another tab took the right to talk in the meantime: the call that was left ends, and is not forced on it', async () => {
  const {world, alice, bob, wait, start} = await setup();
  const browser = new FakeBrowser(world.clock);
  const [one, two] = [world.person('dave', {browser}), world.person('dave', {browser})];
  await wait(100);
  await start(alice, 'dave');
  void one.controller.accept();
  await wait(500);
  const back = await world.reload(one, async () => {
    await wait(300);
    await start(two, 'bob');
  });
  await wait(3000);
  assert.deepEqual([two.phase, bob.phase, back.end, back.platform.media.size], ['ringing', 'incoming', 'page-closed local', 0]);
  await wait(20_000);
  assert.equal(alice.end, 'page-closed remote');
});

test('the same page comes back from the browser’s cache, again and again: the same call goes on', async () => {
  for (const leaver of ['caller', 'callee'] as const) {
    const {alice, bob, wait, answered, everybodyRests} = await setup();
    await answered();
    const {callId} = alice.state;
    const [left, stays] = leaver === 'caller' ? [alice, bob] : [bob, alice];
    for (let round = 0; round < 3; round += 1) {
      left.controller.suspend();
      await wait(1000);
      assert.deepEqual([left.phase, stays.phase, left.leftovers], ['idle', 'reconnecting', []]);
      left.controller.resume();
      await wait(500);
      assert.deepEqual([left.phase, stays.phase, left.state.callId, stays.state.remote.mic], ['connected', 'connected', callId, true]);
    }
    await over(left, stays, wait);
    everybodyRests();
  }
});

test('forth to another page of the tab and back to the one in the cache: the same call goes on', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  bob.controller.suspend();
  const next = world.person('bob', {ticket: bob.platform.ticket});
  await wait(1000);
  assert.deepEqual([alice.phase, next.phase], ['connected', 'connected']);
  next.controller.suspend();
  bob.platform.ticket = next.platform.ticket;
  next.crash();
  bob.controller.resume();
  await wait(1000);
  assert.deepEqual([alice.phase, bob.phase, bob.state.local.mic], ['connected', 'connected', 'on']);
  await over(alice, bob, wait);
});

test('a caller’s page comes back from the browser’s cache while it rang: over on both sides', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  alice.controller.suspend();
  await wait(1000);
  alice.controller.resume();
  await wait(500);
  assert.deepEqual([alice.phase, bob.end], ['idle', 'page-closed remote']);
  everybodyRests();
});

test('a ticket of somebody else is not used', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  await answered();
  bob.controller.suspend();
  const {ticket} = bob.platform;
  bob.crash();
  const carol = world.person('carol', {ticket});
  await wait(2000);
  assert.deepEqual([carol.phase, alice.phase], ['idle', 'reconnecting']);
});

test('a window of its own begins its call, or answers its ring, from its ticket', async () => {
  const {world, alice, bob, wait, start} = await setup();
  const at = world.clock.now();
  const first = world.person('carol', {ticket: {kind: 'start', user: 'carol', at, options: {callee: 'bob', media: 'audio'}}});
  await wait(500);
  assert.deepEqual([first.phase, bob.phase, bob.state.media], ['ringing', 'incoming', 'audio']);
  await first.controller.hangUp();
  await wait(500);
  await start(bob, 'alice');
  const ring = world.server.log.findLast(({message, to}) => message.type === 'ring' && to.user === 'alice');
  const message = ring?.message;
  const window = world.person('alice', {ticket: {kind: 'answer', user: 'alice', at, connector: 'memory', message, sender: {user: 'bob'}, media: 'audio'}});
  await wait(1000);
  assert.deepEqual([window.phase, bob.phase, alice.end], ['connected', 'connected', 'answered-elsewhere system']);
  assert.equal(window.state.local.camera, 'off');
});
