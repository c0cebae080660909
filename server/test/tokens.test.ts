import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {knock} from './helpers/pipe-client.js';
import {encode, inSeconds, SECRET, sign, TOKENS} from './helpers/sign.js';
import {openStand} from './helpers/signalling-stand.js';
import type {Stand} from './helpers/signalling-stand.js';

const GOOD = {sub: 'alice'};
const DAY = 86_400;

/** A token with these parts as they are, signed as HS256 does. */
const signParts = (header: unknown, claims: unknown, secret = SECRET): string => {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const claims = (more: object) => ({sub: 'alice', aud: TOKENS.audience, iss: TOKENS.issuer, exp: inSeconds(600), ...more});
const HS256 = {alg: 'HS256'};

const changed = async (part: number, change: (text: string) => string): Promise<string> => {
  const parts = (await sign(GOOD)).split('.');
  parts[part] = change(parts[part] ?? '');
  return parts.join('.');
};
const flip = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

/** Each token, and what comes of it: nothing, or the code of the refusal. */
const TABLE: readonly (readonly [title: string, token: () => string | Promise<string>, refusal?: string])[] = [
  ['a good one', () => sign(GOOD)],
  ['one that lasts a day', () => sign({...GOOD, exp: inSeconds(DAY)})],
  ['one that began just now on a clock ahead of ours', () => sign({...GOOD, nbf: inSeconds(3)})],
  ['one that ended just now on a clock behind ours', () => sign({...GOOD, exp: inSeconds(-2)})],
  ['one of several audiences', () => sign({...GOOD, aud: ['mail', 'call-elements']})],
  ['an expired one', () => sign({...GOOD, exp: inSeconds(-60)}), 'token-expired'],
  ['one that is not good yet', () => sign({...GOOD, nbf: inSeconds(60)}), 'token-invalid'],
  ['one without an end', () => sign({...GOOD, exp: undefined}), 'token-invalid'],
  ['one whose end is no number', () => signParts(HS256, claims({exp: 'tomorrow'})), 'token-invalid'],
  ['one whose end is beyond all numbers', () => signParts(HS256, claims({exp: 1e300})), 'token-invalid'],
  ['one that lasts a week', () => sign({...GOOD, exp: inSeconds(7 * DAY)}), 'token-invalid'],
  ['one with other claims than were signed', () => changed(1, () => encode(claims({sub: 'bob'}))), 'token-invalid'],
  ['one with another signature', () => changed(2, flip), 'token-invalid'],
  ['one without its signature', () => changed(2, () => ''), 'token-invalid'],
  ['one of another secret', () => sign(GOOD, 'another secret that is as long as the right one'), 'token-invalid'],
  ['one of no algorithm', () => `${encode({alg: 'none'})}.${encode(claims({}))}.`, 'token-invalid'],
  ['one of no algorithm, in capitals', () => `${encode({alg: 'NONE'})}.${encode(claims({}))}.`, 'token-invalid'],
  ['one of no algorithm, with a good signature', () => signParts({alg: 'none'}, claims({})), 'token-invalid'],
  ['one that says RS256', () => signParts({alg: 'RS256'}, claims({})), 'token-invalid'],
  ['one that says HS512', () => signParts({alg: 'HS512'}, claims({})), 'token-invalid'],
  ['one that brings its own key', () => signParts({...HS256, jwk: {kty: 'oct', k: encode('x')}}, claims({}), 'x'), 'token-invalid'],
  ['one that demands what nobody knows', () => signParts({...HS256, crit: ['x'], x: 1}, claims({})), 'token-invalid'],
  ['one for another audience', () => sign({...GOOD, aud: 'mail'}), 'token-audience'],
  ['one for nobody in particular', () => sign({...GOOD, aud: undefined}), 'token-audience'],
  ['one of another issuer', () => sign({...GOOD, iss: 'https://elsewhere.example'}), 'token-audience'],
  ['one of no issuer', () => sign({...GOOD, iss: undefined}), 'token-audience'],
  ['one of nobody', () => sign({}), 'token-subject'],
  ['one of an empty name', () => sign({sub: ''}), 'token-subject'],
  ['one of a number', () => signParts(HS256, claims({sub: 7})), 'token-subject'],
  ['one of a list', () => signParts(HS256, claims({sub: ['alice']})), 'token-subject'],
  ['one of a name with a line break', () => sign({sub: 'alice\nbob'}), 'token-subject'],
  ['one of a name with half a character', () => signParts(HS256, claims({sub: 'alice\ud800'})), 'token-subject'],
  ['one of a name that turns the text around', () => sign({sub: 'alice\u202e'}), 'token-subject'],
  ['one of a name of 129 characters', () => sign({sub: 'x'.repeat(129)}), 'token-subject'],
  ['one whose claims are a list', () => signParts(HS256, [1]), 'token-invalid'],
  ['one whose claims are no JSON', () => changed(1, () => 'AAAA'), 'token-invalid'],
  ['a huge one', () => sign({...GOOD, name: 'x'.repeat(7000)}), 'token-invalid'],
  ['garbage', () => 'garbage', 'token-invalid'],
  ['garbage with dots', () => '..', 'token-invalid'],
  ['garbage of five parts', () => 'a.b.c.d.e', 'token-invalid'],
  ['none', () => '', 'token-missing'],
];

describe('a token', () => {
  let stand: Stand;
  before(async () => void (stand = await openStand({token: TOKENS})));
  after(() => stand.close());

  for (const [title, make, refusal] of TABLE) {
    it(`opens ${refusal ? `nothing, with ${refusal}` : 'the line'}: ${title}`, async () => {
      const token = await make();
      const answer = await fetch(`${stand.url}/session`, {headers: token ? {Authorization: `Bearer ${token}`} : {}});
      const {code} = (await answer.json()) as {code?: string};
      assert.deepEqual([answer.status, code], refusal ? [401, refusal] : [200, undefined]);
      assert.equal(await knock(stand, 'alice', {token}), refusal ? `401 ${refusal}` : '101');
      assert.ok(!token || !JSON.stringify(stand.lines.items).includes(token));
    });
  }

  it('says whose it is and until when, and nothing that it does not need to say', async () => {
    const exp = inSeconds(300);
    const token = await sign({sub: 'Zoë 👩‍💻 & co'.replace('\u200d', ''), name: ' Zoë\u202e\n ', picture: 'https://x.example/z.png', exp, scope: 'all'});
    const answer = await fetch(`${stand.url}/session`, {headers: {Authorization: `Bearer ${token}`}});
    const {expiresIn, ...described} = (await answer.json()) as {expiresIn: number};
    assert.ok(expiresIn > 0 && expiresIn <= 300_000);
    assert.deepEqual(described, {
      user: {id: 'Zoë 👩💻 & co', name: 'Zoë', avatar: 'https://x.example/z.png', isAdmin: false},
      expiresAt: exp * 1000,
    });
  });

  const NAMES = [
    ['the id where there is none', undefined, 'alice'],
    ['the id where it is no text', 7, 'alice'],
    ['the id where nothing of it can be seen', ' \u0000\u2066 ', 'alice'],
    ['its first hundred characters', '👋'.repeat(150), '👋'.repeat(100)],
  ] as const;
  for (const [title, name, shown] of NAMES) {
    it(`shows as a name ${title}`, async () => {
      const token = signParts(HS256, claims({name}));
      const answer = await fetch(`${stand.url}/session`, {headers: {Authorization: `Bearer ${token}`}});
      assert.equal(((await answer.json()) as {user: {name: string}}).user.name, shown);
    });
  }

  const PICTURES = [
    ...['https://x.example/a.png', '/avatars/a.png', 'data:image/png;base64,AAAA'].map((picture) => [picture, picture] as const),
    ...['http://x.example/a.png', '//x.example/a.png', '/\\x.example', 'javascript:alert(1)', 'data:text/html,x', 'data:image/svg+xml,x'].map(
      (picture) => [picture, ''] as const,
    ),
    ['https://x.example/a b', ''],
    [{toString: 1}, ''],
  ] as const;
  for (const [picture, avatar] of PICTURES) {
    it(`shows ${avatar ? 'the' : 'no'} picture ${JSON.stringify(picture)}`, async () => {
      const token = signParts(HS256, claims({picture}));
      const answer = await fetch(`${stand.url}/session`, {headers: {Authorization: `Bearer ${token}`}});
      assert.equal(((await answer.json()) as {user: {avatar: string}}).user.avatar, avatar);
    });
  }
});
