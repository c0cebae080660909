import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {afterEach, test} from 'node:test';
import {peerNameOf as peerNameOfPages} from '../../src/connectors/peerjs/peer-id.js';
import {peerNameOf} from '../src/signalling/connection-id.js';
import {connectionIdOf, knock, PipeClient} from './helpers/pipe-client.js';
import {inSeconds, sign} from './helpers/sign.js';
import {openStand} from './helpers/signalling-stand.js';
import type {Stand} from './helpers/signalling-stand.js';

let stand: Stand;
afterEach(() => stand.close());

const SUFFIX = '_0123456789abcdef';
const nameOf = (user: string): string => peerNameOf(user) + SUFFIX;

test('an id is for its own user only, and has one form', async () => {
  stand = await openStand();
  const strange = [
    ...['bob', 'alice_1', 'Alice', 'ALICE', 'alic', 'alice ', 'alicé'].map(nameOf),
    ...['', 'alice', 'ualice', `alice${SUFFIX}`, `u-61lice${SUFFIX}`, `u%61lice${SUFFIX}`, `UALICE${SUFFIX}`, `ualice${SUFFIX} `],
    ...[`ualice${SUFFIX.toUpperCase()}`, `ualice${SUFFIX}0`, `ualice${SUFFIX.slice(1)}`, 'ualice_1', `ualice${SUFFIX}_1`, '__proto__'],
  ];
  for (const id of strange) assert.equal(await knock(stand, 'alice', {id}), '403 id', id);
  assert.equal(await stand.counted('id'), strange.length);
});

const LOOKALIKES = [
  ['alice', 'alice_1'],
  ['alice_1', 'alice'],
  ['é', 'e\u0301'],
  ['a-b', 'a_b'],
  ['a%20b', 'a b'],
  ['straße', 'strasse'],
  ['ﬁ', 'fi'],
] as const;
for (const [user, other] of LOOKALIKES) {
  test(`${JSON.stringify(user)} gets an id of their own and none of ${JSON.stringify(other)}’s`, async () => {
    stand = await openStand();
    assert.equal(await knock(stand, user), '101');
    assert.equal(await knock(stand, user, {id: nameOf(other)}), '403 id');
    assert.equal(nameOf(user), peerNameOfPages(user) + SUFFIX);
  });
}

test('of an id or a token that is given twice, no other is used than was checked', async () => {
  stand = await openStand();
  const bob = encodeURIComponent(nameOf('bob'));
  assert.equal(await knock(stand, 'alice', {more: `&id=${bob}`}), '403 id');
  assert.equal(await knock(stand, 'alice', {more: `&i%64=${bob}`}), '403 id');
  assert.equal(await knock(stand, 'alice', {id: nameOf('bob'), more: `&id=${nameOf('alice')}`}), '101');
  assert.equal(await knock(stand, 'alice', {more: `&token=${await sign({sub: 'bob'})}`}), '403 id');
});

test('an id that is taken is refused, even to its own user’s token', async () => {
  stand = await openStand();
  const token = await sign({sub: 'alice'});
  const alice = await PipeClient.open(stand, 'alice', {token});
  assert.equal(await knock(stand, 'alice', {token, id: alice.id}), '409 id-taken');
  await alice.echo();
  await alice.close();
  assert.equal(await knock(stand, 'alice', {token, id: alice.id}), '101');
});

test('pages of strange sites may not connect; our own, listed ones, and what is no page may', async () => {
  stand = await openStand({origins: ['https://portal.example']});
  const {url} = stand;
  for (const origin of ['https://portal.example', url]) assert.equal(await knock(stand, 'alice', {origin}), '101', origin);
  for (const origin of ['https://evil.example', 'https://portal.example.evil.example', 'http://portal.example', 'null', 'x']) {
    assert.equal(await knock(stand, 'alice', {origin}), '403 origin', origin);
  }
});

test('every page may connect where the configuration says so', async () => {
  stand = await openStand({origins: ['*']});
  assert.equal(await knock(stand, 'alice', {origin: 'https://anywhere.example'}), '101');
});

test('a user has so many connections and no more, until one of them ends', async () => {
  stand = await openStand({limits: {connectionsPerUser: 2}});
  const [phone] = [await PipeClient.open(stand, 'alice'), await PipeClient.open(stand, 'alice')];
  assert.equal(await knock(stand, 'alice'), '429 connections-per-user');
  assert.equal(await knock(stand, 'bob'), '101');
  await phone?.close();
  assert.equal(await knock(stand, 'alice'), '101');
});

test('a network has so many connections and no more, whoever knocks', async () => {
  stand = await openStand({limits: {connectionsPerAddress: 2}});
  const alice = await PipeClient.open(stand, 'alice');
  await PipeClient.open(stand, 'bob');
  assert.equal(await knock(stand, 'carol'), '429 connections-per-address');
  assert.equal(await knock(stand, 'carol', {token: 'garbage'}), '429 connections-per-address');
  await alice.close();
  assert.equal(await knock(stand, 'carol'), '101');
});

test('many who knock at once get no more than there is', async () => {
  stand = await openStand({limits: {connectionsPerUser: 3}});
  const visits = Array.from({length: 8}, () => PipeClient.open(stand, 'alice').then(() => 'in', () => 'out'));
  const answers = await Promise.all(visits);
  assert.equal(answers.filter((answer) => answer === 'in').length, 3);
});

test('a fresh token renews the session and shows the new name; the connection stays', async () => {
  stand = await openStand({grace: 3000});
  const brief = {token: await sign({sub: 'alice', exp: inSeconds(1)})};
  const alice = await PipeClient.open(stand, 'alice', brief);
  const unrenewed = await PipeClient.open(stand, 'alice', brief);
  const bob = await PipeClient.open(stand, 'bob');
  const exp = inSeconds(600);
  const {session, token, ...rest} = await alice.echo({token: await sign({sub: 'alice', name: 'Alice the First', exp}), more: 1});
  const {expiresIn, ...described} = session as {expiresIn: number};
  assert.deepEqual(described, {user: {id: 'alice', name: 'Alice the First', avatar: '', isAdmin: false}, expiresAt: exp * 1000});
  assert.ok(expiresIn > 590_000 && expiresIn <= 601_000);
  assert.deepEqual([token, rest], [undefined, {more: 1}]);
  await unrenewed.closed;
  const {payload} = await bob.about(alice.write('bob', 'ring'));
  assert.equal(payload?.metadata?.sender?.name, 'Alice the First');
});

test('a token that does not count renews nothing, and the echo says why', async () => {
  stand = await openStand({grace: 3000});
  const alice = await PipeClient.open(stand, 'alice', {token: await sign({sub: 'alice', exp: inSeconds(2)})});
  const bad = [
    [await sign({sub: 'bob'}), 'token-subject'],
    [await sign({sub: 'alice', exp: inSeconds(-60)}), 'token-expired'],
    [await sign({sub: 'alice', aud: 'mail'}), 'token-audience'],
    ['garbage', 'token-invalid'],
    ['', 'token-missing'],
  ];
  for (const [token, refused] of bad) assert.deepEqual(await alice.echo({token, session: {user: {id: 'bob'}}}), {refused});
  assert.equal(await alice.closed, 4401);
});

test('when a token is over, the connection is closed and what still comes over it is dropped', async () => {
  stand = await openStand({grace: 0});
  const token = await sign({sub: 'alice', exp: inSeconds(1)});
  const alice = await PipeClient.open(stand, 'alice', {token});
  const bob = await PipeClient.open(stand, 'bob');
  // As one who does not hear the server's goodbye.
  alice.socket.pause();
  const tablet = await PipeClient.open(stand, 'alice', {token});
  await tablet.closed;
  alice.write('bob', 'ring');
  alice.socket.resume();
  assert.equal(await alice.closed, 4401);
  await bob.echo();
  assert.deepEqual(bob.heard, []);
});

test('a ring may be repeated for ever, but new calls have a limit, over all of a user’s connections', async () => {
  stand = await openStand({limits: {ringsPerMinute: 3}});
  const [phone, tablet] = [await PipeClient.open(stand, 'alice'), await PipeClient.open(stand, 'alice')];
  const bob = await PipeClient.open(stand, 'bob');
  const call = phone.write('bob', 'ring');
  for (let turn = 0; turn < 9; turn += 1) phone.write('bob', 'ring', call);
  tablet.write('bob', 'ring');
  await tablet.echo();
  phone.write('carol', 'ring', call);
  await phone.echo();
  const refused = [tablet.write('bob', 'ring'), phone.write('bob', 'ring')];
  phone.write('bob', 'ring', call);
  phone.write('bob', 'end', call);
  await Promise.all([phone.echo(), tablet.echo()]);
  await bob.echo();
  assert.equal(bob.heard.length, 13);
  assert.ok(bob.heard.every(({message}) => !refused.includes(message?.call ?? '')));
  assert.equal(await stand.counted('rings'), 2);
  assert.deepEqual([...tablet.refusals, ...phone.refusals], refused.map((id) => ({call: id, reason: 'rings'})));
});

test('a connection that says too much is not heard, and ended if it goes on', async () => {
  stand = await openStand({limits: {messagesPerSecond: 1}});
  const alice = await PipeClient.open(stand, 'alice');
  const bob = await PipeClient.open(stand, 'bob');
  const call = randomUUID();
  for (let turn = 0; turn < 30; turn += 1) alice.write('bob', 'candidates', call);
  for (let turn = 0; turn < 30; turn += 1) alice.send({type: 'HEARTBEAT'});
  assert.equal(await alice.closed, 4429);
  await bob.echo();
  assert.equal(bob.heard.length, 10);
});

test('who was ended for saying too much has no more to say after coming back, nor on another connection', async () => {
  stand = await openStand({limits: {messagesPerSecond: 1}});
  const [phone, tablet] = [await PipeClient.open(stand, 'alice'), await PipeClient.open(stand, 'alice')];
  for (let turn = 0; turn < 41; turn += 1) phone.send({type: 'HEARTBEAT'});
  assert.equal(await phone.closed, 4429);
  const again = await PipeClient.open(stand, 'alice');
  for (const client of [tablet, again]) {
    client.send({type: 'HEARTBEAT'});
    assert.equal(await client.closed, 4429);
  }
});

test('who is ended and does not say goodbye is cut off, instead of being read for longer', {timeout: 10_000}, async () => {
  stand = await openStand({limits: {messagesPerSecond: 1}});
  const alice = await PipeClient.open(stand, 'alice');
  for (let turn = 0; turn < 41; turn += 1) alice.send({type: 'HEARTBEAT'});
  // Reads nothing, and so does not learn that it is to go.
  alice.socket.pause();
  await stand.presence.find(([event]) => event === 'disconnected');
});

test('who connects again and again is refused for a while, and nobody else is', async () => {
  stand = await openStand({limits: {connectionsPerUser: 1}});
  for (let visit = 0; visit < 6; visit += 1) {
    const alice = await PipeClient.open(stand, 'alice');
    await alice.close();
    await stand.presence.atLeast(2 * (visit + 1));
  }
  assert.equal(await knock(stand, 'alice'), '429 visits');
  assert.equal(await knock(stand, 'bob'), '101');
});

test('whoever runs the server is told once what may be set wrong, without whom it concerned', async () => {
  stand = await openStand({limits: {connectionsPerAddress: 1}});
  const {lines} = stand;
  const origin = 'https://portal.example';
  for (const more of ['', '&again']) assert.equal(await knock(stand, 'alice', {origin, more}), '403 origin');
  const alice = await PipeClient.open(stand, 'alice', {headers: {'X-Forwarded-For': '203.0.113.7'}});
  assert.equal(await knock(stand, 'alice'), '429 connections-per-address');
  await alice.echo();
  const said = lines.items.filter(({level}) => level === 'warn' || level === 40);
  assert.deepEqual(said.map(({code}) => code), ['origin', 'untrusted-proxy', 'connections-per-address']);
  assert.match(JSON.stringify(said), /ORIGINS.*TRUST_PROXY.*TRUST_PROXY/);
  assert.doesNotMatch(JSON.stringify(lines.items), /portal\.example|203\.0\.113|alice/);
});

test('a large message counts as several', async () => {
  stand = await openStand({limits: {messagesPerSecond: 1}});
  const alice = await PipeClient.open(stand, 'alice');
  const bob = await PipeClient.open(stand, 'bob');
  const call = alice.write('bob', 'offer', randomUUID(), {sdp: 'x'.repeat(60_000)});
  await bob.about(call);
  for (let turn = 0; turn < 4; turn += 1) alice.write('bob', 'offer', call);
  while ((await stand.counted('rate')) < 2) await bob.echo();
  assert.equal(bob.heard.length, 3);
});

test('an oversized frame ends the connection that sent it, and no other', async () => {
  stand = await openStand();
  const alice = await PipeClient.open(stand, 'alice');
  const bob = await PipeClient.open(stand, 'bob');
  alice.write('bob', 'offer', randomUUID(), {sdp: 'x'.repeat(70_000)});
  assert.equal(await alice.closed, 1009);
  await bob.echo();
  assert.deepEqual(bob.heard, []);
});

test('a server that goes down says so to all, and lets nobody in meanwhile', async () => {
  stand = await openStand();
  const alice = await PipeClient.open(stand, 'alice');
  // Bob says no goodbye, so that the server has to wait for him.
  const bob = await PipeClient.open(stand, 'bob');
  bob.socket.pause();
  const closed = stand.signalling.close();
  assert.equal(await alice.closed, 1012);
  assert.equal(await knock(stand, 'carol', {id: connectionIdOf('carol')}), '503 closing');
  await closed;
});

test('PeerServer’s own pages, which know everybody’s id, are not there', async () => {
  stand = await openStand();
  await PipeClient.open(stand, 'alice');
  for (const path of ['/', '/peerjs', '/peerjs/id', '/peerjs/peers', '/peerjs/peerjs/peers']) {
    assert.equal((await fetch(stand.url + path)).status, 404, path);
  }
});
