import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setup} from '../helpers/two-people.js';

/** Alice, and Bob at his desk and with his phone. */
const withPhone = async () => {
  const parts = await setup();
  const phone = parts.world.person('bob');
  await parts.wait(100);
  return {...parts, desk: parts.bob, phone};
};

test('both devices ring; answered on one, the other stops and nothing was missed', async () => {
  const {alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  assert.deepEqual([desk.phase, phone.phase], ['incoming', 'incoming']);
  void phone.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, phone.phase, desk.end], ['connected', 'connected', 'answered-elsewhere system']);
  assert.equal(desk.told('call-missed').length, 0);
  assert.equal(desk.platform.media.size, 0);
  await alice.controller.hangUp();
  await wait(500);
  assert.equal(desk.end, 'answered-elsewhere system');
  everybodyRests(phone);
});

test('answered on both at once: one wins, the other is told', async () => {
  const {alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  void desk.controller.accept();
  void phone.controller.accept();
  await wait(1000);
  const phases = [desk.phase, phone.phase].sort();
  assert.deepEqual([alice.phase, ...phases], ['connected', 'connected', 'ended']);
  const loser = desk.phase === 'ended' ? desk : phone;
  assert.equal(loser.end, 'answered-elsewhere system');
  assert.deepEqual(loser.leftovers, []);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests(phone);
});

test('declined on one: over on the other as declined elsewhere, and nothing was missed', async () => {
  const {alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  await desk.controller.decline();
  await wait(500);
  assert.deepEqual([alice.end, desk.end, phone.end], ['declined remote', 'declined local', 'declined-elsewhere system']);
  assert.equal(phone.told('call-missed').length, 0);
  everybodyRests(phone);
});

test('answered on one while declined on the other: the caller’s first news counts, and all agree', async () => {
  const {alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  void phone.controller.accept();
  await wait(1);
  await desk.controller.decline();
  await wait(1000);
  assert.deepEqual([alice.phase, phone.phase, desk.end], ['connected', 'connected', 'declined local']);
  await alice.controller.hangUp();
  await wait(500);
  everybodyRests(phone);
});

test('one page is closed while it rings: the other device rings on', async () => {
  const {alice, desk, phone, wait, start} = await withPhone();
  await start(alice, 'bob');
  desk.controller.suspend();
  await wait(5000);
  assert.deepEqual([alice.phase, phone.phase, desk.end], ['ringing', 'incoming', 'page-closed local']);
  void phone.controller.accept();
  await wait(500);
  assert.deepEqual([alice.phase, phone.phase], ['connected', 'connected']);
});

test('the only page is closed while it rings and does not come back: nobody can be reached', async () => {
  const {alice, bob, wait, start, everybodyRests} = await setup();
  await start(alice, 'bob');
  bob.controller.suspend();
  await wait(10_000);
  assert.equal(alice.phase, 'ringing');
  await wait(6000);
  assert.equal(alice.end, 'unreachable system');
  everybodyRests();
});

test('a device that rings shorter than the caller waits drops out alone', async () => {
  const {alice, desk, phone, wait, start} = await withPhone();
  desk.controller.configure({ringTimeout: 5});
  await start(alice, 'bob');
  await wait(15_000);
  assert.deepEqual([alice.phase, phone.phase, desk.end], ['ringing', 'incoming', 'no-answer system']);
});

test('a page that was closed while it rang and comes back does not ring again', async () => {
  const {alice, bob, wait, start} = await setup();
  await start(alice, 'bob');
  bob.controller.suspend();
  bob.controller.resume();
  await wait(10_000);
  assert.deepEqual([bob.phase, bob.told('call-incoming').length], ['ended', 1]);
});

test('a device that comes after the call was answered does not ring, however slow its clock is', async () => {
  for (const skew of [0, 600_000]) {
    const {world, alice, wait, answered} = await setup();
    const late: (() => void)[] = [];
    world.server.intercept = ({to, message}, deliver) =>
      to.endpoint === phone.endpoint && message.type === 'ring' ? late.push(deliver) : deliver();
    const phone = world.person('bob', {skew});
    await wait(100);
    await answered();
    for (const deliver of late) deliver();
    await wait(1000);
    assert.equal(alice.phase, 'connected');
    assert.ok(phone.phase !== 'incoming', `with a skew of ${skew} ms it rings`);
    if (skew > 0) assert.equal(phone.told('call-incoming').length, 0);
  }
});

test('the news that it was answered elsewhere gets lost: the other device stops within five seconds all the same', async () => {
  const {world, alice, desk, phone, wait, start} = await withPhone();
  await start(alice, 'bob');
  let lost = 0;
  world.server.intercept = ({to, message}, deliver) => {
    if (lost === 0 && to.endpoint === desk.endpoint && message.type === 'end') lost += 1;
    else deliver();
  };
  void phone.controller.accept();
  await wait(5000);
  assert.deepEqual([lost, alice.phase, phone.phase, desk.end], [1, 'connected', 'connected', 'answered-elsewhere system']);
  assert.equal(desk.told('call-missed').length, 0);
});

test('answered on one device, and over before the other heard of either: to the other it was answered elsewhere', async () => {
  const {world, alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  world.server.intercept = ({to}, deliver) => void (to.endpoint === desk.endpoint || deliver());
  void phone.controller.accept();
  await wait(500);
  await alice.controller.hangUp();
  world.server.intercept = (_parcel, deliver) => deliver();
  await wait(5000);
  assert.deepEqual([phone.end, desk.end], ['hung-up remote', 'answered-elsewhere system']);
  assert.equal(desk.told('call-missed').length, 0);
  everybodyRests(phone);
});

test('declined on one device while the other answers, and the caller hears "declined" first: declined elsewhere', async () => {
  const {world, alice, desk, phone, wait, start, everybodyRests} = await withPhone();
  await start(alice, 'bob');
  world.server.intercept = ({message}, deliver) => deliver(message.type === 'accept' ? 100 : 0);
  void phone.controller.accept();
  await desk.controller.decline();
  await wait(1000);
  assert.deepEqual([alice.end, desk.end, phone.end], ['declined remote', 'declined local', 'declined-elsewhere system']);
  everybodyRests(phone);
});

test('both people have two devices and call each other: one call, and the other devices fall silent', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const {world, alice, bob, wait, everybodyRests} = await setup({seed});
    const tablet = world.person('alice');
    const phone = world.person('bob');
    await wait(100);
    void alice.controller.start({callee: 'bob'});
    void bob.controller.start({callee: 'alice'});
    await wait(5000);
    assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
    for (const other of [tablet, phone]) {
      assert.ok(other.phase !== 'incoming', 'another device still rings');
      assert.equal(other.told('call-missed').length, 0, 'another device says that a call was missed');
    }
    await alice.controller.hangUp();
    await wait(1000);
    everybodyRests(tablet, phone);
  }
});

test('both call each other, and the other devices miss the word that it is settled: they ask, and fall silent', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const {world, alice, bob, wait} = await setup({seed});
    const others = [world.person('alice'), world.person('bob')];
    await wait(100);
    const missed = new Set<string>();
    world.server.intercept = ({to, message}, deliver) => {
      const isOther = others.some(({endpoint}) => endpoint === to.endpoint);
      if (message.type !== 'end' || !isOther || missed.has(to.endpoint)) return deliver();
      missed.add(to.endpoint);
    };
    void alice.controller.start({callee: 'bob'});
    void bob.controller.start({callee: 'alice'});
    await wait(5000);
    assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
    for (const other of others) {
      assert.ok(other.phase !== 'incoming', 'another device still rings');
      assert.equal(other.told('call-missed').length, 0);
    }
  }
});
