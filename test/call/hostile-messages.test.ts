import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CallWorld, Person} from '../helpers/call-world.js';
import {setup} from '../helpers/two-people.js';

/** A participant in nothing, who can send whatever they like under their own name. */
const intruder = async (world: CallWorld, user = 'mallory') => {
  const endpoint = world.random.id();
  const connector = world.server.connect({} as never);
  const received: unknown[] = [];
  const sink = {message: (message: unknown) => void received.push(message), status: () => undefined};
  await connector.open({user, endpoint, name: user, avatar: ''}, sink, new AbortController().signal);
  const envelope = (to: Person, call: string, type: string, body: object = {}, changes: object = {}) => ({
    v: 1,
    call,
    from: {user, endpoint},
    to: {user: to.user, endpoint: to.endpoint},
    seq: 0,
    ack: 0,
    type,
    body,
    ...changes,
  });
  const send = async (to: Person, message: object) => connector.send({user: to.user, endpoint: to.endpoint}, message);
  return {endpoint, received, envelope, send};
};

const ringBody = (sentAt: number) => ({media: 'video', name: 'Mallory', avatar: '', sentAt});

test('hanging up, answering and offering for somebody else’s call changes nothing, and is counted', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  const {envelope, send} = await intruder(world);
  await answered();
  const call = alice.state.callId ?? '';
  for (const to of [alice, bob]) {
    await send(to, envelope(to, call, 'end', {reason: 'hung-up'}));
    await send(to, envelope(to, call, 'accept', {media: 'video'}, {seq: 1}));
    await send(to, envelope(to, call, 'offer', {generation: 9, sdp: 'v=0'}, {seq: 1}));
    await send(to, envelope(to, call, 'candidates', {generation: 1, candidates: []}, {seq: 2}));
  }
  await wait(1000);
  assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected']);
  assert.equal((await alice.controller.diagnostics()).dropped['stranger'], 4);
});

test('a message in another’s name is dropped where the transport knows better', async () => {
  const {world, alice, bob, wait, answered} = await setup();
  const {envelope, send} = await intruder(world);
  await answered();
  const from = {user: 'bob', endpoint: bob.endpoint};
  await send(alice, envelope(alice, alice.state.callId ?? '', 'end', {reason: 'hung-up'}, {from}));
  await wait(1000);
  assert.equal(alice.phase, 'connected');
  assert.equal((await alice.controller.diagnostics()).dropped['forged'], 1);
});

test('saying "accepted", "confirmed" and "linked" to somebody who rings starts nothing', async () => {
  const {world, alice, wait} = await setup();
  const {envelope, send} = await intruder(world);
  const call = world.random.id();
  await send(alice, envelope(alice, call, 'ring', ringBody(world.clock.now())));
  await wait(500);
  assert.equal(alice.phase, 'incoming');
  for (const [index, type] of ['confirm', 'accept', 'answer', 'renew', 'offer', 'confirm'].entries()) {
    const body = {media: 'video', generation: index, sdp: 'end-1'};
    await send(alice, envelope(alice, call, type, body, {seq: index + 1}));
  }
  await wait(1000);
  assert.equal(alice.phase, 'incoming');
  assert.equal(alice.platform.media.size, 0);
});

test('descriptions and candidates for no call, before a ring and after the end change nothing', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  const seen: object[] = [];
  world.server.intercept = ({message}, deliver) => {
    seen.push(message);
    deliver();
  };
  await answered();
  await alice.controller.hangUp();
  await wait(500);
  const {envelope, send} = await intruder(world);
  for (const type of ['offer', 'answer', 'candidates', 'renew', 'confirm', 'accept', 'end']) {
    await send(bob, envelope(bob, world.random.id(), type, {generation: 1, sdp: 'v=0', candidates: [], media: 'audio'}));
  }
  // All that was said is said again, late.
  for (const {from, to, message} of [...world.server.log]) {
    const own = [alice, bob].find(({endpoint}) => endpoint === from.endpoint);
    if (own) world.server.post({self: from, sink: {message: () => undefined, status: () => undefined}, isOnline: true}, to, message);
  }
  await wait(60_000);
  assert.deepEqual([alice.end, bob.end], ['hung-up local', 'hung-up remote']);
  assert.equal(bob.told('call-incoming').length, 1);
  everybodyRests();
});

test('a ring that waited long on its way is shown only after its caller confirmed it', async () => {
  for (const delay of [9000, 10_990, 11_010]) {
    const {world, alice, bob, wait} = await setup();
    world.server.intercept = ({message}, deliver) => deliver(message.type === 'ring' ? delay : 0);
    alice.controller.configure({ringTimeout: 60});
    const {envelope, send} = await intruder(world);
    await send(bob, envelope(bob, world.random.id(), 'ring', ringBody(world.clock.now())));
    await wait(delay + 5000);
    // The intruder answers no question, so only a fresh ring shows.
    assert.equal(bob.phase, delay < 10_000 ? 'incoming' : 'idle');
    assert.equal(bob.told('call-incoming').length, delay < 10_000 ? 1 : 0);
  }
});

test('a stale ring of a call that is over never shows', async () => {
  const {world, alice, bob, wait, everybodyRests} = await setup();
  const held: (() => void)[] = [];
  world.server.intercept = ({message}, deliver) => (message.type === 'ring' ? held.push(deliver) : undefined);
  void alice.controller.start({callee: 'bob'});
  await wait(10_000);
  assert.equal(alice.end, 'unreachable system');
  world.server.intercept = (_parcel, deliver) => deliver();
  await wait(10_000);
  for (const deliver of held) deliver();
  await wait(30_000);
  assert.equal(bob.told('call-incoming').length, 0);
  everybodyRests();
});

test('a stale ring of a dead call does not take the place of a live call to the same person', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const {world, alice, bob, wait} = await setup({seed});
    const held: (() => void)[] = [];
    world.server.intercept = ({message}, deliver) => (message.type === 'ring' ? held.push(deliver) : undefined);
    void alice.controller.start({callee: 'bob'});
    await wait(20_000);
    world.server.intercept = (_parcel, deliver) => deliver();
    void bob.controller.start({callee: 'alice'});
    await wait(100);
    for (const deliver of held) deliver();
    await wait(2000);
    assert.deepEqual([alice.phase, bob.phase], ['incoming', 'ringing']);
  }
});

test('clocks that are ten minutes wrong, either way: it rings and connects', async () => {
  for (const skew of [-600_000, 600_000]) {
    const {world, alice, wait, start} = await setup();
    const carol = world.person('carol', {skew});
    await wait(100);
    await start(alice, 'carol');
    assert.deepEqual([alice.phase, carol.phase], ['ringing', 'incoming']);
    void carol.controller.accept();
    await wait(500);
    assert.deepEqual([alice.phase, carol.phase], ['connected', 'connected']);
  }
});

test('clocks that are ten minutes wrong, and both call each other: one call', async () => {
  for (const seed of [1, 2, 3, 4]) {
    const {world, alice, wait} = await setup({seed});
    const carol = world.person('carol', {skew: 600_000});
    await wait(100);
    void alice.controller.start({callee: 'carol'});
    void carol.controller.start({callee: 'alice'});
    await wait(3000);
    assert.deepEqual([alice.phase, carol.phase, alice.state.callId], ['connected', 'connected', carol.state.callId]);
  }
});
