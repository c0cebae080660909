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
  return {clock, asked, tokens: createTokenSource('/token', {clock, fetch})};
};

/** A token of so many seconds from now on. */
const lasting = (clock: {now(): number}, seconds: number, more: object = {}): string =>
  tokenOf({sub: 'Zoë', exp: clock.now() / 1000 + seconds, ...more});

test('takes a token in JSON and a bare one, and reads whose it is', async () => {
  const text = tokenOf({sub: 'Zoë', exp: START / 1000 + 100});
  for (const body of [JSON.stringify({token: text}), `${text}\n`]) {
    const token = await setup(() => body).tokens.get();
    assert.deepEqual([token.text, token.user], [text, 'Zoë']);
  }
});

test('asks past every cache, with the cookies of this origin', async () => {
  const {tokens, asked} = setup(() => tokenOf({sub: 'a', exp: START / 1000 + 100}));
  await tokens.get();
  assert.deepEqual([asked[0]?.cache, asked[0]?.credentials], ['no-store', 'same-origin']);
});

const DUE: readonly (readonly [what: string, seconds: number, more: object, due: number])[] = [
  ['an hour: at 80 %', 3600, {}, 2880],
  ['two minutes: 60 s before the end', 120, {}, 60],
  ['a minute: not before half of it', 60, {}, 30],
  ['an hour of which ten minutes are left: by what is left', 600, {iat: START / 1000 - 3000}, 480],
  ['an hour, by a clock that is a day slow: by what it was made for', 86_400 + 3600, {iat: START / 1000 + 86_400}, 2880],
  ['an hour, by a clock that is a day fast: by what it was made for', 3600 - 86_400, {iat: START / 1000 - 86_400}, 2880],
  ['no time at all: at once', -10, {}, 0],
];

for (const [what, seconds, more, due] of DUE) {
  test(`renews a token of ${what}`, async () => {
    const {tokens} = setup(() => lasting({now: () => START}, seconds, more));
    assert.equal(((await tokens.get()).dueAt - START) / 1000, due);
  });
}

test('asks once, however many ask, and again only when it is time', async () => {
  const {tokens, clock, asked} = setup(() => lasting({now: () => START}, 1000));
  await Promise.all([tokens.get(), tokens.get(), tokens.renew()]);
  await clock.advance(799_999);
  await tokens.get();
  assert.equal(asked.length, 1);
  await clock.advance(1);
  await tokens.get();
  assert.equal(asked.length, 2);
});

test('keeps a token that holds while the portal is down, and no longer', async () => {
  const {tokens, clock} = setup((question) => (question === 1 ? lasting({now: () => START}, 1000) : new Response('', {status: 503})));
  const first = await tokens.get();
  await clock.advance(900_000);
  assert.equal(await tokens.get(), first);
  await clock.advance(100_000);
  await assert.rejects(tokens.get(), {name: 'NetworkError'});
});

test('asks for another when the server does not take the one there is', async () => {
  const {tokens, asked} = setup(() => lasting({now: () => START}, 1000));
  await tokens.get();
  tokens.forget();
  await tokens.get();
  assert.equal(asked.length, 2);
});

const REFUSED: readonly (readonly [what: string, reply: () => unknown])[] = [
  ['401', () => new Response('', {status: 401})],
  ['403', () => new Response('', {status: 403})],
  ['a page to sign in', () => '<html>'],
  ['nothing', () => ''],
  ['JSON without a token', () => '{"error":"no"}'],
  ['a token without a subject', () => tokenOf({exp: 2_000_000_000})],
  ['a token without an end', () => tokenOf({sub: 'a'})],
  ['a token that is no JSON', () => 'a.bbbb.c'],
  ['a token that is no base64', () => 'a.b.c'],
];

for (const [what, reply] of REFUSED) {
  test(`is refused with ${what}`, () => assert.rejects(setup(reply).tokens.get(), {name: 'CallError', code: 'signaling-refused'}));
}
