import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createTokenSource} from '../../src/connectors/peerjs/token-source.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const START = 1_800_000_000_000;

const tokenOf = (claims: object): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({alg: 'HS256'})}.${part(claims)}.c2lnbmVk`;
};

const setup = (reply: (question: number) => unknown) => {
  const clock = createFakeClock(START);
  const asked: RequestInit[] = [];
  const fetch = (async (_url: unknown, init: RequestInit = {}) => {
    asked.push(init);
    const body = await reply(asked.length);
    return body instanceof Response ? body : new Response(String(body));
  }) as typeof globalThis.fetch;
  const closing = new AbortController();
  const tokens = createTokenSource({url: '/token', user: 'Zoë', signal: closing.signal}, {clock, fetch});
  return {clock, asked, tokens, close: () => closing.abort()};
};

test('takes a token in JSON and a bare one, and reads whose it is', async () => {
  const text = tokenOf({sub: 'Zoë', exp: START / 1000 + 100});
  for (const body of [JSON.stringify({token: text}), `${text}\n`]) {
    assert.equal(await setup(() => body).tokens.get(), text);
  }
});

test('asks past every cache, with the cookies of this origin', async () => {
  const {tokens, asked} = setup(() => tokenOf({sub: 'Zoë'}));
  await tokens.get();
  assert.deepEqual([asked[0]?.cache, asked[0]?.credentials], ['no-store', 'same-origin']);
});

test('asks once, however many ask, and again only when the server’s time for it is over', async () => {
  const {tokens, clock, asked} = setup(() => tokenOf({sub: 'Zoë'}));
  await Promise.all([tokens.get(), tokens.get(), tokens.renew()]);
  tokens.lasts(1_000_000);
  await clock.advance(999_999);
  await tokens.get();
  assert.equal(asked.length, 1);
  await clock.advance(1);
  await tokens.get();
  assert.equal(asked.length, 2);
});

for (const [what, days] of [['fast', -400], ['slow', 400]] as const) {
  test(`asks once for a token by a clock that is a year ${what}, whatever the token says of time`, async () => {
    const made = START / 1000 + days * 86_400;
    const {tokens, asked} = setup(() => tokenOf({sub: 'Zoë', iat: made, exp: made + 3600}));
    for (let count = 0; count < 5; count += 1) await tokens.get();
    assert.equal(asked.length, 1);
  });
}

test('neither keeps nor gives a token for somebody else, and keeps its own beside it', async () => {
  const {tokens, asked} = setup((question) => tokenOf({sub: question === 2 ? 'Mallory' : 'Zoë'}));
  const own = await tokens.get();
  await assert.rejects(tokens.renew(), {code: 'signaling-refused'});
  assert.equal(await tokens.get(), own);
  assert.equal(asked.length, 2);
});

test('asks nothing more once it is closed', async () => {
  const {tokens, asked, close} = setup(() => tokenOf({sub: 'Zoë'}));
  await tokens.get();
  close();
  assert.equal(asked[0]?.signal?.aborted, true);
});

test('asks for another when the server does not take the one there is', async () => {
  const {tokens, asked} = setup(() => tokenOf({sub: 'Zoë'}));
  await tokens.get();
  tokens.forget();
  await tokens.get();
  assert.equal(asked.length, 2);
});

const REFUSED: readonly (readonly [what: string, reply: () => unknown])[] = [
  ['401', () => new Response('', {status: 401})],
  ['403', () => new Response('', {status: 403})],
  ['a token for somebody else', () => tokenOf({sub: 'Mallory'})],
];

for (const [what, reply] of REFUSED) {
  test(`is refused with ${what}`, () => assert.rejects(setup(reply).tokens.get(), {name: 'CallError', code: 'signaling-refused'}));
}

const NO_TOKEN: readonly (readonly [what: string, reply: () => unknown])[] = [
  ['a page to sign in', () => '<html>'],
  ['nothing', () => ''],
  ['JSON without a token', () => '{"error":"no"}'],
  ['a token without a subject', () => tokenOf({exp: 2_000_000_000})],
  ['a token that is no JSON', () => 'a.bbbb.c'],
  ['a token that is no base64', () => 'a.b.c'],
];

for (const [what, reply] of NO_TOKEN) {
  test(`takes ${what} for an outage, and the second time for a refusal`, async () => {
    const {tokens} = setup(reply);
    await assert.rejects(tokens.get(), {name: 'DataError'});
    await assert.rejects(tokens.get(), {name: 'CallError', code: 'signaling-refused'});
  });
}

test('is in an outage again when a portal gave a token meanwhile', async () => {
  const {tokens} = setup((question) => (question === 2 ? tokenOf({sub: 'Zoë'}) : '<html>'));
  await assert.rejects(tokens.get(), {name: 'DataError'});
  await tokens.get();
  await assert.rejects(tokens.renew(), {name: 'DataError'});
});
