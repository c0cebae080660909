import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CallWorld, Person} from '../helpers/call-world.js';
import {setup} from '../helpers/two-people.js';

/** Somebody who can send whatever they like under their own name, and hears what is sent to it. */
const intruder = async (world: CallWorld, user: string) => {
  const endpoint = world.random.id();
  const received: {readonly type: string; readonly body: object}[] = [];
  const connector = world.server.connect({} as never);
  const sink = {message: (message: unknown) => void received.push(message as never), status: () => undefined};
  await connector.open({user, endpoint, name: user, avatar: ''}, sink, new AbortController().signal);
  const send = (to: Person, call: string, type: string, body: object = {}, changes: object = {}): Promise<void> =>
    connector.send(
      {user: to.user, endpoint: to.endpoint},
      {v: 1, call, from: {user, endpoint}, to: {user: to.user, endpoint: to.endpoint}, seq: 0, ack: 0, type, body, ...changes},
    );
  return {endpoint, received, send};
};

/** Alice and Bob talk; whatever is sent must leave it so. */
const talking = async (user: string) => {
  const parts = await setup();
  await parts.answered();
  const {alice, bob, world, wait} = parts;
  const links = () => [...alice.platform.links, ...bob.platform.links];
  const before = links();
  const untouched = async (what: string): Promise<void> => {
    await wait(3000);
    assert.deepEqual([alice.phase, bob.phase], ['connected', 'connected'], what);
    assert.deepEqual(links(), before, `${what}: the same connections`);
  };
  return {...parts, ...(await intruder(world, user)), call: alice.state.callId ?? '', untouched};
};

test('another person’s "I am back" and "I go for a moment" change nothing, even with the right endpoint', async () => {
  const {alice, bob, call, send, untouched} = await talking('mallory');
  for (const [to, other] of [[alice, bob], [bob, alice]] as const) {
    await send(to, call, 'rejoin', {was: [other.endpoint]});
    await send(to, call, 'leave');
    await send(to, call, 'welcome', {}, {seq: 1});
    await send(to, call, 'ring', {media: 'video', name: 'M', avatar: '', sentAt: 1, was: [other.endpoint]});
  }
  await untouched('mallory');
});

test('another device of the same person that does not know the endpoint changes nothing', async () => {
  for (const user of ['alice', 'bob'] as const) {
    const {alice, bob, call, send, untouched, received} = await talking(user);
    const to = user === 'alice' ? bob : alice;
    for (const was of [['guess'], [to.endpoint], [''], [], Array(9).fill('x'), 'x', {}, [1, null]]) await send(to, call, 'rejoin', {was});
    await send(to, call, 'leave');
    await send(to, call, 'welcome', {}, {seq: 1});
    await send(to, call, 'ring', {media: 'video', name: user, avatar: '', sentAt: 1, was: ['guess']});
    await untouched(user);
    assert.ok(received.every(({type, body}) => type === 'end' && (body as {reason?: string}).reason === 'answered-elsewhere'), JSON.stringify(received));
  }
});

test('coming back to a call that nobody knows, or that is over, begins nothing', async () => {
  const {world, alice, bob, wait, start, everybodyRests} = await setup();
  const {send, received} = await intruder(world, 'alice');
  await send(bob, world.random.id(), 'rejoin', {was: ['x']});
  await wait(500);
  assert.deepEqual([bob.phase, received], ['idle', []]);
  await start(alice, 'bob');
  const call = alice.state.callId ?? '';
  void bob.controller.accept();
  await wait(500);
  await bob.controller.hangUp();
  await wait(500);
  await send(bob, call, 'rejoin', {was: [alice.endpoint]});
  await wait(500);
  assert.deepEqual(received.map(({type, body}) => [type, body]), [['end', {reason: 'hung-up'}]]);
  everybodyRests();
});

test('law 1: coming back to a call that still rings neither answers it nor opens a device', async () => {
  const {world, alice, bob, wait, start} = await setup();
  const {send} = await intruder(world, 'alice');
  await start(alice, 'bob');
  await send(bob, alice.state.callId ?? '', 'welcome', {}, {seq: 1});
  await send(bob, alice.state.callId ?? '', 'rejoin', {was: ['guess']});
  await wait(1000);
  assert.deepEqual([bob.phase, bob.platform.media.size], ['incoming', 0]);
  await send(bob, alice.state.callId ?? '', 'rejoin', {was: [alice.endpoint]});
  await wait(100);
  assert.equal(bob.platform.media.size, 0);
  assert.equal(bob.end, 'answered-elsewhere system');
});

test('law 1: one who was only rung cannot say that they had answered', async () => {
  const {world, alice, wait} = await setup();
  const sent: boolean[] = [];
  const dave = world.person('dave', {attached: (_link, {mic, camera}) => void sent.push(Boolean(mic ?? camera))});
  const {send, endpoint} = await intruder(world, 'carol');
  await wait(100);
  void dave.controller.start({callee: 'carol'});
  await wait(100);
  await send(dave, dave.state.callId ?? '', 'rejoin', {was: ['guess', alice.endpoint]});
  await wait(500);
  assert.deepEqual([dave.phase, sent], ['initiating', []]);
  assert.ok(endpoint);
});

test('a thousand returns in a second: one connection at a time, and nothing is left', async () => {
  const {world, alice, bob, wait, answered, everybodyRests} = await setup();
  await answered();
  const call = alice.state.callId ?? '';
  let was = alice.endpoint;
  const pages = await Promise.all(Array.from({length: 40}, () => intruder(world, 'alice')));
  for (let round = 0; round < 25; round += 1) {
    for (const {send, endpoint} of pages) {
      await send(bob, call, 'rejoin', {was: [was]});
      was = endpoint;
    }
    await wait(40);
    assert.ok(bob.platform.links.size <= 1, `${bob.platform.links.size} links`);
  }
  await bob.controller.hangUp();
  await alice.controller.hangUp();
  await wait(1000);
  everybodyRests();
});
