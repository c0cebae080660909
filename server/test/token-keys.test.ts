import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {exportSPKI, SignJWT} from 'jose';
import type {Identity} from '../src/identity/identity.js';
import {createIdentity} from '../src/identity/create-identity.js';
import {openKeyPortal} from './helpers/key-portal.js';
import {knock} from './helpers/pipe-client.js';
import {inSeconds, sign, TOKENS} from './helpers/sign.js';
import {openStand} from './helpers/signalling-stand.js';

let portal: Awaited<ReturnType<typeof openKeyPortal>>;
let identity: Identity;
const published = () => ({...TOKENS, secret: undefined, jwksUrl: portal.url});

beforeEach(async () => {
  portal = await openKeyPortal();
  identity = createIdentity(published());
});
afterEach(async () => {
  mock.timers.reset();
  await portal.close();
});

for (const alg of ['RS256', 'PS256', 'ES256', 'EdDSA']) {
  test(`a token of a published ${alg} key is good, and the keys are fetched once`, async () => {
    const {privateKey} = await portal.addKey('one', alg);
    const token = await portal.sign(privateKey, 'one', {sub: 'alice'}, alg);
    assert.equal((await identity.verify(token)).id, 'alice');
    await identity.verify(token);
    assert.equal(portal.asked, 1);
  });
}

test('a public key does not pass for a shared secret', async () => {
  const {publicKey, jwk} = await portal.addKey('one');
  for (const secret of [await exportSPKI(publicKey), jwk.n ?? '', JSON.stringify(jwk)]) {
    const claims = {sub: 'alice', aud: TOKENS.audience, iss: TOKENS.issuer ?? '', exp: inSeconds(600)};
    const token = new SignJWT(claims).setProtectedHeader({alg: 'HS256', kid: 'one'}).sign(Buffer.from(secret));
    await assert.rejects(identity.verify(await token), {code: 'token-invalid'});
  }
  await assert.rejects(identity.verify(await sign({sub: 'alice'})), {code: 'token-invalid'});
});

test('a shared secret lets no published key in', async () => {
  const {privateKey} = await portal.addKey('one');
  const token = await portal.sign(privateKey, 'one', {sub: 'alice'});
  await assert.rejects(createIdentity(TOKENS).verify(token), {code: 'token-invalid'});
});

test('a key that nobody published is refused, under its own name and under another’s', async () => {
  await portal.addKey('one');
  const {privateKey} = await portal.addKey('secret', 'RS256', {published: false});
  for (const kid of ['secret', 'one']) {
    const token = await portal.sign(privateKey, kid, {sub: 'alice'});
    await assert.rejects(identity.verify(token), {code: 'token-invalid'});
  }
});

test('a portal may change its keys: the new one is fetched, and the old one is forgotten in time', async () => {
  mock.timers.enable({apis: ['Date'], now: Date.now()});
  const old = await portal.addKey('old');
  const oldToken = await portal.sign(old.privateKey, 'old', {sub: 'alice', exp: inSeconds(3600)});
  await identity.verify(oldToken);
  const {privateKey} = await portal.addKey('new');
  portal.removeKey('old');
  const token = await portal.sign(privateKey, 'new', {sub: 'alice', exp: inSeconds(3600)});
  await assert.rejects(identity.verify(token), {code: 'token-invalid'}, 'keys are not fetched twice in a row');
  mock.timers.tick(31_000);
  assert.equal((await identity.verify(token)).id, 'alice');
  await assert.rejects(identity.verify(oldToken), {code: 'token-invalid'});
  assert.equal(portal.asked, 2);
});

test('while the portal is away, the keys that are known count, and it is not asked for each token', async () => {
  mock.timers.enable({apis: ['Date'], now: Date.now()});
  const {privateKey} = await portal.addKey('one');
  const claims = {sub: 'alice', exp: inSeconds(7200)};
  const token = await portal.sign(privateKey, 'one', claims);
  await identity.verify(token);
  portal.break();
  mock.timers.tick(601_000);
  for (let turn = 0; turn < 5; turn += 1) assert.equal((await identity.verify(token)).id, 'alice');
  assert.equal(portal.asked, 2);
  portal.repair();
  portal.removeKey('one');
  mock.timers.tick(31_000);
  await assert.rejects(identity.verify(token), {code: 'token-invalid'}, 'a key that was withdrawn is not known for ever');
  assert.equal(portal.asked, 3);
});

test('a portal that is silent holds nobody up whose key is known', async () => {
  mock.timers.enable({apis: ['Date'], now: Date.now()});
  const {privateKey} = await portal.addKey('one');
  const token = await portal.sign(privateKey, 'one', {sub: 'alice', exp: inSeconds(7200)});
  await identity.verify(token);
  portal.fallSilent();
  mock.timers.tick(601_000);
  const begun = performance.now();
  await identity.verify(token);
  await identity.verify(token);
  assert(performance.now() - begun < 2000);
});

test('unknown keys have the set fetched once in a while, not once for each', async () => {
  await portal.addKey('one');
  const {privateKey} = await portal.addKey('strange', 'RS256', {published: false});
  for (let turn = 0; turn < 20; turn += 1) {
    await assert.rejects(identity.verify(await portal.sign(privateKey, `strange-${turn}`, {sub: 'alice'})));
  }
  assert.equal(portal.asked, 1);
});

test('while the portal’s keys cannot be had, nobody is told that their token is wrong', async () => {
  const {privateKey} = await portal.addKey('one');
  const token = await portal.sign(privateKey, 'one', {sub: 'alice'});
  portal.break();
  const stand = await openStand({token: published()});
  const answer = await fetch(`${stand.url}/session`, {headers: {Authorization: `Bearer ${token}`}});
  assert.equal(answer.status, 503);
  assert.equal(((await answer.json()) as {code: string}).code, 'identity-unavailable');
  assert.equal(await knock(stand, 'alice', {token}), '503 identity-unavailable');
  portal.repair();
  assert.equal(await knock(stand, 'alice', {token}), '101');
  await stand.close();
});
