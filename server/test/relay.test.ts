import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {afterEach, mock, test} from 'node:test';
import {peerNameOf} from '../src/signalling/connection-id.js';
import {connectionIdOf, PipeClient} from './helpers/pipe-client.js';
import {sign} from './helpers/sign.js';
import {openStand} from './helpers/signalling-stand.js';
import type {Stand, StandOptions} from './helpers/signalling-stand.js';

let stand: Stand;

/** A stand with Alice, and Bob. */
const open = async (options: StandOptions = {}) => {
  stand = await openStand(options);
  const token = await sign({sub: 'alice', name: 'Alice Martin', picture: '/alice.svg'});
  return {alice: await PipeClient.open(stand, 'alice', {token}), bob: await PipeClient.open(stand, 'bob')};
};

const ALICE = {user: 'alice', name: 'Alice Martin', avatar: '/alice.svg'};
const ring = (call: string = randomUUID()) => ({endpoint: 'endpoint', message: {type: 'ring', call}});

afterEach(() => {
  mock.timers.reset();
  return stand.close();
});

test('a page is told who it is right after PeerServer’s own word', async () => {
  stand = await openStand();
  const token = await sign({sub: 'alice', name: 'Alice Martin', picture: '/alice.svg', admin: true});
  const alice = await PipeClient.open(stand, 'alice', {token});
  assert.deepEqual(alice.types, ['OPEN', 'SESSION']);
  const {payload} = await alice.frame('SESSION');
  assert.deepEqual(payload?.['user'], {id: 'alice', name: 'Alice Martin', avatar: '/alice.svg', isAdmin: true});
  const {expiresAt, expiresIn} = payload as {expiresAt: number; expiresIn: number};
  assert.ok(Math.abs(expiresAt - Date.now() - expiresIn) < 1000);
  const policy = {mayCall: 'everyone', ringTimeout: 45, ipPrivacy: 'until-accept', ringWhileDoNotDisturb: false};
  assert.deepEqual([payload?.['policy'], payload?.['connectors']], [policy, []]);
});

test('when administrators change the policy, every page is told who it is and the new policy', async () => {
  const {alice, bob} = await open();
  await alice.echo({token: await sign({sub: 'alice', name: 'Alice the First'})});
  stand.savePolicy({ringTimeout: 20});
  for (const [client, name] of [[alice, 'Alice the First'], [bob, 'bob']] as const) {
    const {payload} = await client.frame('SESSION', (frame) => (frame.payload?.['policy'] as {ringTimeout: number}).ringTimeout === 20);
    assert.equal((payload?.['user'] as {name: string}).name, name);
  }
});

test('when administrators switch a connector off, every page is told which ones are offered', async () => {
  const {alice, bob} = await open();
  const meet = {name: 'meet', title: 'Meet', active: false, order: 0, settings: {url: 'https://meet.example/{id}'}};
  stand.saveConnectors([meet]);
  for (const client of [alice, bob]) {
    const {payload} = await client.frame('SESSION', (frame) => (frame.payload?.['connectors'] as unknown[]).length === 1);
    assert.deepEqual(payload?.['connectors'], [meet]);
  }
});

test('a page is told once of each call that it may not begin, and nothing of other messages that are dropped', async () => {
  const {alice} = await open({permissions: {mayCall: () => false}});
  const call = alice.write('bob', 'ring');
  alice.write('bob', 'ring', call);
  alice.write('bob', 'candidates');
  const other = alice.write('carol', 'ring');
  await alice.echo();
  await alice.frame('REFUSED', ({payload}) => payload?.['call'] === other);
  assert.deepEqual(alice.refusals, [call, other].map((id) => ({call: id, reason: 'not-permitted'})));
});

test('a message for a user reaches all their connections, with the name that the token says', async () => {
  const {alice, bob} = await open();
  const tablet = await PipeClient.open(stand, 'bob');
  const call = alice.write('bob', 'ring');
  for (const device of [bob, tablet]) {
    const {src, payload} = await device.about(call);
    assert.equal(src, alice.id);
    assert.deepEqual(payload?.metadata?.sender, ALICE);
  }
});

test('a message to one’s own name reaches one’s other connections only, whatever the portal allows', async () => {
  const {alice} = await open({permissions: {mayCall: () => false}});
  const tablet = await PipeClient.open(stand, 'alice');
  const call = alice.write('alice', 'end');
  await tablet.about(call);
  await alice.echo();
  assert.deepEqual(alice.heard, []);
});

test('a message for one connection reaches no other of that user', async () => {
  const {alice, bob} = await open();
  const tablet = await PipeClient.open(stand, 'bob');
  const call = randomUUID();
  alice.offer(tablet.id, ring(call));
  await tablet.about(call);
  await bob.echo();
  assert.deepEqual(bob.heard, []);
});

test('what a page writes of its sender, its source or anything else of the frame is replaced', async () => {
  const {alice, bob} = await open();
  const call = randomUUID();
  const metadata = {...ring(call), sender: {user: 'carol', name: 'Carol'}, token: 'secret', session: {}};
  const payload = {type: 'data', serialization: 'call', connectionId: 'one', metadata, sdp: 'v=0', _payload: {}, msg: 'x'};
  alice.send({type: 'OFFER', src: bob.id, dst: peerNameOf('bob'), payload, sender: 'carol'});
  const frame = await bob.about(call);
  const delivered = {...ring(call), sender: ALICE};
  assert.deepEqual(frame, {
    type: 'OFFER',
    src: alice.id,
    dst: 'ubob',
    payload: {type: 'data', serialization: 'call', connectionId: 'one', metadata: delivered},
  });
});

test('keys of Object’s prototype are words like any other, and change nobody', async () => {
  const {alice, bob} = await open();
  const call = randomUUID();
  const hostile = JSON.stringify({endpoint: 'e', message: {type: 'ring', call, toString: 1, constructor: {prototype: 1}}});
  const metadata = hostile.replace('"endpoint"', '"__proto__":{"isAdmin":true,"sender":{"user":"carol"}},"endpoint"');
  const payload = `{"type":"data","serialization":"call","connectionId":"one","metadata":${metadata}}`;
  alice.socket.send(`{"type":"OFFER","dst":"ubob","__proto__":{"type":"HEARTBEAT"},"payload":${payload}}`);
  const frame = await bob.about(call);
  assert.deepEqual(frame.payload?.metadata?.sender, ALICE);
  assert.equal(({} as {isAdmin?: boolean}).isAdmin, undefined);
  for (const dst of ['__proto__', 'constructor', 'toString', 'u__proto__', 'u-5F-5Fproto-5F-5F']) alice.offer(dst, ring());
  await alice.echo();
});

test('nothing but our own messages goes from user to user', async () => {
  const {alice, bob} = await open();
  const offer = {type: 'data', serialization: 'call', connectionId: 'one', metadata: ring()};
  const frames: readonly unknown[] = [
    ...['LEAVE', 'ANSWER', 'CANDIDATE', 'EXPIRE', 'OPEN', 'ERROR', 'ID-TAKEN', 'SESSION', 'X-RELAYED', '', null, ['OFFER']].map(
      (type) => ({type, dst: bob.id, payload: offer}),
    ),
    {type: 'OFFER', dst: bob.id},
    {type: 'OFFER', dst: bob.id, payload: {...offer, type: 'media'}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, serialization: 'binary'}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, connectionId: 'x'.repeat(65)}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, connectionId: {length: {toString: 1}}}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, metadata: {endpoint: {length: {toString: 1}}}}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, metadata: {endpoint: 'e'}}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, metadata: {endpoint: 'e', message: 'ring'}}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, metadata: {endpoint: 'e'.repeat(65), message: ring().message}}},
    {type: 'OFFER', dst: bob.id, payload: {...offer, metadata: {endpoint: 'e', message: {type: 'ring', call: 7}}}},
    [{type: 'OFFER', dst: bob.id, payload: offer}],
    [],
    {},
  ];
  for (const frame of frames) alice.send(frame as object);
  await alice.echo();
  await bob.echo();
  assert.deepEqual(bob.heard, []);
  assert.equal(await stand.counted('form'), frames.length);
  assert.deepEqual(stand.lines.items, []);
});

test('what is no JSON, or none that can be addressed, is counted and harms nobody', async () => {
  const {alice, bob} = await open();
  for (const text of ['not json', 'null', '5', '"OFFER"', 'true', '']) alice.socket.send(text);
  alice.socket.send(Buffer.from([0xff, 0xfe]));
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  assert.equal(await stand.counted('unreadable'), 7);
});

test('an address has one form; other forms of it are nobody’s', async () => {
  stand = await openStand();
  const alice = await PipeClient.open(stand, 'alice');
  const names = ['bob', 'bob_1', 'Bob', 'é', 'e\u0301', 'a b@c.d'];
  const people = await Promise.all(names.map((name) => PipeClient.open(stand, name)));
  const [bob] = people;
  const suffix = bob?.id.slice(4) ?? '';
  const forged = [
    ...['bob', 'UBOB', 'ubob_', 'ubob_1', `ubob_${suffix.toUpperCase()}g`, `ubob_${suffix}0`, ` ubob`, 'ubob\n', 'u-62ob', 'u-2D-2'],
    ...['ubob-0A', 'ubob-E2-80-AE', 'u-C3', 'u-ED-A0-80', 'u-C0-80', 'ub%6Fb', 'ubob_*', 'u*', 'u>', 'u', '', 'ubob.ubob', 'ubob/../ucarol', `u${'-41'.repeat(600)}`],
  ];
  for (const dst of forged) alice.offer(dst, ring());
  alice.send({type: 'OFFER', dst: ['ubob'], payload: {type: 'data', serialization: 'call', connectionId: 'x', metadata: ring()}});
  await alice.echo();
  for (const person of people) {
    await person.echo();
    assert.deepEqual(person.heard, []);
  }
  assert.equal(await stand.counted('address'), forged.length);
  for (const [index, person] of people.entries()) await person.about(alice.write(names[index] ?? '', 'ring'));
  assert.deepEqual(people.map(({heard}) => heard.length), people.map(() => 1));
});

test('a message for nobody who is there goes nowhere, and nothing comes back', async () => {
  const {alice} = await open();
  alice.write('carol', 'ring');
  alice.offer(connectionIdOf('bob'), ring());
  await alice.echo();
  assert.deepEqual(alice.types, ['OPEN', 'SESSION', 'OFFER']);
});

test('whoever may not be called hears nothing, and observers hear nothing of it either', async () => {
  const asked: string[] = [];
  const mayCall = async (from: {id: string}, to: string) => {
    asked.push(`${from.id} ${to}`);
    if (to === 'carol') throw new Error('the portal is down');
    return to === 'bob';
  };
  const {alice, bob} = await open({permissions: {mayCall}});
  const [carol, dave] = [await PipeClient.open(stand, 'carol'), await PipeClient.open(stand, 'dave')];
  for (const user of ['carol', 'dave', 'dave', 'bob']) alice.write(user, 'ring');
  const call = alice.write('bob', 'candidates');
  await bob.about(call);
  await Promise.all([carol.echo(), dave.echo()]);
  assert.deepEqual([carol.heard, dave.heard], [[], []]);
  assert.deepEqual(asked, ['alice carol', 'alice dave', 'alice bob']);
  assert.deepEqual(stand.observed.map(({to}) => to), ['bob', 'bob']);
  assert.equal(await stand.counted('not-permitted'), 3);
});

test('who may not call can answer a call, and do no more', async () => {
  const {alice, bob} = await open({permissions: {mayCall: ({id}) => id === 'alice'}});
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  bob.write('alice', 'accept', call);
  await alice.about(call);
  bob.write('alice', 'ring', call);
  bob.write('alice', 'candidates');
  bob.write('carol', 'accept', call);
  await bob.echo();
  assert.deepEqual(alice.heard.map(({message}) => message?.type), ['accept']);
  assert.equal(await stand.counted('not-permitted'), 3);
});

test('a call that was begun can be gone on with and ended, even when the policy lets nobody call any more', async () => {
  let mayCall = true;
  const {alice, bob} = await open({permissions: {mayCall: () => mayCall}});
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  mayCall = false;
  // For so long an answer holds.
  mock.timers.enable({apis: ['Date'], now: Date.now() + 5000});
  alice.write('bob', 'ring', call);
  alice.write('bob', 'end', call);
  await bob.about(call, 'end');
  assert.deepEqual(bob.heard.map(({message}) => message?.type), ['ring', 'end']);
});

test('whoever reconnects may go on about a call as before, without asking the portal', async () => {
  const {alice, bob} = await open({permissions: {mayCall: ({id}) => id === 'alice'}});
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  await bob.close();
  const again = await PipeClient.open(stand, 'bob');
  again.write('alice', 'accept', call);
  await alice.about(call, 'accept');
});

test('messages about calls that nobody knows count as rings, so that neither the portal nor the log of calls gets many', async () => {
  let asked = 0;
  const mayCall = (): boolean => {
    asked += 1;
    return true;
  };
  const {alice, bob} = await open({permissions: {mayCall}, limits: {ringsPerMinute: 3}});
  for (let turn = 0; turn < 10; turn += 1) alice.write(`nobody ${turn}`, 'end');
  for (let turn = 0; turn < 10; turn += 1) alice.write('bob', 'candidates');
  await alice.echo();
  await bob.echo();
  assert.deepEqual([asked, bob.heard.length, stand.observed.length], [3, 0, 3]);
  assert.deepEqual(alice.refusals, []);
});

test('one’s other pages are told of any call, as often as need be', async () => {
  const {alice} = await open({limits: {ringsPerMinute: 1}});
  const tablet = await PipeClient.open(stand, 'alice');
  for (let turn = 0; turn < 5; turn += 1) await tablet.about(alice.write('alice', 'end'));
});

test('messages keep their order while the portal thinks about one of them', async () => {
  let decide = (_: boolean): void => undefined;
  const slow = new Promise<boolean>((resolve) => (decide = resolve));
  const {alice, bob} = await open({permissions: {mayCall: (_, to) => (to === 'carol' ? slow : true)}});
  const carol = await PipeClient.open(stand, 'carol');
  const ringing = alice.write('carol', 'ring');
  const next = alice.write('bob', 'ring');
  alice.write('bob', 'end', next);
  await alice.echo();
  assert.deepEqual([...bob.heard, ...carol.heard], []);
  decide(true);
  await carol.about(ringing);
  await bob.about(next);
  await bob.echo();
  assert.deepEqual(bob.heard.map(({message}) => message?.type), ['ring', 'end']);
  assert.deepEqual(stand.observed.map(({to}) => to), ['carol', 'bob', 'bob']);
});

test('an observer that throws is logged, and stops neither the message nor the other observers', async () => {
  const fail = (): void => {
    throw new Error('broken');
  };
  const seen: unknown[] = [];
  const {alice, bob} = await open({observers: [fail, ({message}) => seen.push(message)]});
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  assert.equal(seen.length, 1);
  assert.equal(stand.lines.items.length, 1);
});

test('presence hears when connections come, what they announce, and when they go', async () => {
  const {alice, bob} = await open();
  await alice.echo({presence: {status: 'away', inCall: true, more: 1}});
  for (const presence of [{status: 'angry', inCall: true}, {status: 'away'}, 'away', null]) await alice.echo({presence});
  await alice.close();
  const entries = await stand.presence.atLeast(4);
  assert.deepEqual(entries, [
    ['connected', 'alice', alice.id],
    ['connected', 'bob', bob.id],
    ['announced', 'alice', alice.id, {status: 'away', inCall: true}],
    ['disconnected', 'alice', alice.id],
  ]);
});

test('a message that is nested too deep to be written goes nowhere, is no error of ours, and stops none after it', async () => {
  const {alice, bob} = await open();
  const frame = {type: 'OFFER', dst: peerNameOf('bob'), payload: {type: 'data', serialization: 'call', connectionId: 'c'}};
  const metadata = `{"endpoint":"e","message":{"call":"c","type":"ring","body":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;
  alice.socket.send(JSON.stringify(frame).replace('"connectionId"', `"metadata":${metadata},"connectionId"`));
  const call = alice.write('bob', 'ring');
  await bob.about(call);
  assert.equal(bob.heard.length, 1);
  assert.equal(await stand.counted('form'), 1);
  assert.deepEqual(stand.lines.items, []);
});
