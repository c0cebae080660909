import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fieldsOf} from '../../src/protocol/fields.js';
import type {MessageBodies, MessageType} from '../../src/protocol/messages.js';
import {isMessageType, LIMITS, parseBody} from '../../src/protocol/parse-body.js';
import {parseEnvelope} from '../../src/protocol/parse-envelope.js';
import {randomValue} from '../helpers/random-value.js';
import {createRandom} from '../helpers/random.js';

const CALL = '0f8fad5b-d9cb-469f-a165-70867728950e';
const candidate = {candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'a'};

const BODIES: MessageBodies = {
  ring: {media: 'video', name: 'Alice', avatar: '', sentAt: 1},
  ack: {},
  ringing: {},
  accept: {media: 'audio'},
  confirm: {},
  end: {reason: 'busy'},
  offer: {generation: 1, sdp: 'v=0'},
  answer: {generation: 1, sdp: 'v=0'},
  candidates: {generation: 1, candidates: [candidate]},
  renew: {generation: 0},
  leave: {},
  rejoin: {was: ['desk', 'desk before']},
  welcome: {},
};
const TYPES = Object.keys(BODIES) as MessageType[];

const envelope = (changes: object = {}): object => ({
  v: 1,
  call: CALL,
  from: {user: 'alice', endpoint: 'desk'},
  to: {user: 'bob'},
  seq: 0,
  ack: 0,
  type: 'ring',
  body: BODIES.ring,
  ...changes,
});

for (const type of TYPES) {
  test(`${type}: a good one is read as it was written`, () => {
    const message = envelope({type, body: BODIES[type], to: {user: 'bob', endpoint: 'phone'}});
    assert.deepEqual(parseEnvelope(JSON.parse(JSON.stringify(message))), message);
  });

  test(`${type}: what is not known is left behind`, () => {
    const extra = {evil: 1, constructor: 2, ['__proto__']: {polluted: true}};
    const parsed = parseEnvelope(envelope({type, body: {...BODIES[type], ...extra}, from: {user: 'alice', endpoint: 'desk', ...extra}, ...extra}));
    const text = JSON.stringify(parsed);
    assert.ok(!/evil|polluted/.test(text), text);
    assert.deepEqual(parsed, envelope({type, body: BODIES[type], to: {user: 'bob', endpoint: undefined}}));
  });

  test(`${type}: each field missing or of another kind is refused, or has a harmless default`, () => {
    const body = BODIES[type] as Readonly<Record<string, unknown>>;
    for (const field of Object.keys(body)) {
      for (const wrong of [undefined, null, true, -1, 1.5, {}, [], ['x'], NaN, Infinity, '7'.repeat(100_000), Symbol('x'), () => 1]) {
        const parsed = parseBody(type, {...body, [field]: wrong}) as Readonly<Record<string, unknown>> | undefined;
        const value = parsed?.[field];
        assert.ok(parsed === undefined || value === undefined || value === '' || value === 'hung-up' || Array.isArray(value), `${field}: ${String(wrong)}`);
      }
    }
  });
}

const REFUSED: readonly (readonly [what: string, message: unknown, why: string])[] = [
  ['nothing', undefined, 'malformed'],
  ['a text', 'ring', 'malformed'],
  ['a list', [envelope()], 'malformed'],
  ['another version', envelope({v: 2}), 'unknown-version'],
  ['a version in words', envelope({v: '1'}), 'unknown-version'],
  ['no call', envelope({call: undefined}), 'malformed'],
  ['a call that is no UUID', envelope({call: 'alice-bob'}), 'malformed'],
  ['a call in capitals', envelope({call: CALL.toUpperCase()}), 'malformed'],
  ['a call with a line break after it', envelope({call: `${CALL}\n`}), 'malformed'],
  ['no sender', envelope({from: undefined}), 'malformed'],
  ['a sender without an endpoint', envelope({from: {user: 'alice'}}), 'malformed'],
  ['a sender without a name', envelope({from: {user: '', endpoint: 'desk'}}), 'malformed'],
  ['a sender with an endless name', envelope({from: {user: 'a'.repeat(LIMITS.id + 1), endpoint: 'desk'}}), 'malformed'],
  ['nobody to go to', envelope({to: {}}), 'malformed'],
  ['a number below zero', envelope({seq: -1}), 'malformed'],
  ['a number that is none', envelope({ack: '0'}), 'malformed'],
  ['a number past all reason', envelope({seq: 1e9}), 'malformed'],
];

/** The envelope is sound, what it holds is not. */
const UNREADABLE: typeof REFUSED = [
  ['an unknown type', envelope({type: 'explode'}), 'unknown-type'],
  ['a type every object has', envelope({type: 'constructor'}), 'unknown-type'],
  ['a type that is no text', envelope({type: ['ring']}), 'unknown-type'],
  ['what only stands for the unreadable', envelope({type: 'skip', body: {why: 'replayed'}}), 'unknown-type'],
  ['a ring without its body', envelope({body: undefined}), 'malformed'],
  ['a ring with an endless name', envelope({body: {...BODIES.ring, name: 'x'.repeat(64_000)}}), 'oversized'],
  ['an offer of 64 kB', envelope({type: 'offer', body: {generation: 1, sdp: 'x'.repeat(65_536)}}), 'oversized'],
  ['an offer without a text', envelope({type: 'offer', body: {generation: 1, sdp: ''}}), 'malformed'],
  ['too many candidates', envelope({type: 'candidates', body: {generation: 1, candidates: Array(65).fill(candidate)}}), 'oversized'],
];

for (const [what, message, why] of [...REFUSED, ...UNREADABLE]) {
  test(`${what} is ${why}`, () => assert.equal(parseEnvelope(message), why));
}

for (const [what, message, why] of UNREADABLE) {
  test(`${what}, under a number, keeps its place and nothing else`, () => {
    const parsed = parseEnvelope({...(message as object), to: {user: 'bob', endpoint: 'phone'}, seq: 3, ack: 2});
    const skip = {type: 'skip', body: {why}, to: {user: 'bob', endpoint: 'phone'}, seq: 3, ack: 2};
    assert.deepEqual(parsed, envelope(skip));
  });
}

for (const [what, message, why] of REFUSED) {
  if (fieldsOf(message)?.['seq'] !== 0) continue;
  test(`${what}, under a number, is ${why} still`, () => assert.equal(parseEnvelope({...(message as object), seq: 3}), why));
}

test('the longest description that a browser may need goes through', () => {
  const sdp = 'a'.repeat(LIMITS.sdp);
  const parsed = parseEnvelope(envelope({type: 'offer', body: {generation: 1, sdp}}));
  assert.ok(typeof parsed === 'object' && parsed.type === 'offer' && parsed.body.sdp === sdp);
});

test('an end for a reason of the future is read as hung up', () => {
  const parsed = parseEnvelope(envelope({type: 'end', body: {reason: 'abducted'}}));
  assert.ok(typeof parsed === 'object' && parsed.type === 'end' && parsed.body.reason === 'hung-up');
});

test('an avatar that is too long is left out; the ring rings', () => {
  const parsed = parseEnvelope(envelope({body: {...BODIES.ring, avatar: 'x'.repeat(LIMITS.avatar + 1)}}));
  assert.ok(typeof parsed === 'object' && parsed.type === 'ring' && parsed.body.avatar === '');
});

test('candidates that are none are left out; the others stay', () => {
  const parsed = parseBody('candidates', {generation: 1, candidates: [null, 7, {}, {candidate: 7}, {candidate: ''}, candidate]});
  assert.deepEqual(parsed?.candidates.map((one) => one.candidate), ['', candidate.candidate]);
});

test('20,000 random values never throw, never pollute, and never come through with more than is known', () => {
  const random = createRandom(20_000);
  const names = new Set(['v', 'call', 'from', 'to', 'seq', 'ack', 'type', 'body']);
  let read = 0;
  for (let count = 0; count < 20_000; count += 1) {
    const type = random.pick(TYPES);
    const body = {...BODIES[type], ...(random.chance(0.5) && {[random.pick(Object.keys(BODIES[type]).concat('x'))]: randomValue(random)})};
    const field = random.pick([...names, 'extra', '__proto__']);
    const message = random.chance(0.1) ? randomValue(random) : {...envelope({type, body}), [field]: randomValue(random)};
    const parsed = parseEnvelope(message);
    if (typeof parsed === 'string') continue;
    read += 1;
    assert.deepEqual(Object.keys(parsed).filter((name) => !names.has(name)), []);
    assert.ok(isMessageType(parsed.type) || parsed.seq > 0);
    if (parsed.type !== 'skip') assert.deepEqual(parseEnvelope(parsed), parsed);
    assert.ok(JSON.stringify(parsed).length < 120_000);
  }
  assert.ok(read > 1000, `only ${read} were read at all`);
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
  assert.equal(({} as {polluted?: boolean}).polluted, undefined);
});

test('a ring of a page that was loaded anew says which it was; what is not such is left behind, and the ring stands', () => {
  const was = (value: unknown): unknown => (parseBody('ring', {...BODIES.ring, was: value}) as {was?: unknown} | undefined)?.was;
  assert.deepEqual(was(['desk']), ['desk']);
  assert.deepEqual(was(['desk', 7, '', 'x'.repeat(LIMITS.id + 1)]), ['desk']);
  for (const wrong of [undefined, null, 'desk', [], [7], {0: 'desk'}, Array(LIMITS.was + 1).fill('desk')]) {
    assert.deepEqual(parseBody('ring', {...BODIES.ring, was: wrong as never}), BODIES.ring);
    assert.equal(parseBody('rejoin', {was: wrong}), undefined);
  }
});
