import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MessageStream} from '../../src/protocol/message-stream.js';
import type {AnyEnvelope, MessageType} from '../../src/protocol/messages.js';
import {createFakeClock} from '../helpers/fake-clock.js';
import {createRandom} from '../helpers/random.js';

type Way = (envelope: AnyEnvelope, carry: (later?: number) => void) => void;

/** Two streams over a way that a test may spoil, and what each side was handed. */
const setup = (way: Way = (_envelope, carry) => carry(), read = (envelope: AnyEnvelope) => envelope) => {
  const clock = createFakeClock();
  const sent: AnyEnvelope[] = [];
  const got = {left: [] as number[], right: [] as number[]};
  const streams: {left?: MessageStream; right?: MessageStream} = {};
  const make = (own: 'left' | 'right', other: 'left' | 'right'): MessageStream =>
    new MessageStream({
      clock,
      send: (type, body, {seq, ack}) => {
        const from = {user: own, endpoint: own};
        const envelope = {v: 1, call: 'call', from, to: {user: other}, seq, ack, type, body} as AnyEnvelope;
        sent.push(envelope);
        way(envelope, (later = 5) => clock.after(later, () => streams[other]?.receive(read(envelope))));
      },
      deliver: ({body}) => void got[own].push((body as {generation: number}).generation),
    });
  streams.left = make('left', 'right');
  streams.right = make('right', 'left');
  const post = (from: 'left' | 'right', generation: number): void => streams[from]?.post('renew', {generation});
  const count = (type: MessageType): number => sent.filter((envelope) => envelope.type === type).length;
  return {clock, sent, got, post, count, left: streams.left, right: streams.right};
};

const upTo = (last: number): number[] => Array.from({length: last}, (_, index) => index + 1);

test('messages arrive in their order, each once, and are not repeated once they are acknowledged', async () => {
  const {clock, got, post, sent} = setup();
  for (const number of upTo(10)) post('left', number);
  await clock.advance(10_000);
  assert.deepEqual(got.right, upTo(10));
  assert.equal(sent.length, 11);
  assert.equal(clock.pending, 0);
});

test('an acknowledgement rides on an answer when there is one', async () => {
  const {clock, post, got, count} = setup();
  post('left', 1);
  await clock.advance(20);
  post('right', 1);
  await clock.advance(5000);
  assert.deepEqual([got.right, got.left, count('renew'), count('ack')], [[1], [1], 2, 1]);
});

for (const lost of upTo(6)) {
  test(`message ${lost} of both sides is lost once: all arrive, in order`, async () => {
    let number = 0;
    const {clock, post, got} = setup((_envelope, carry) => {
      number += 1;
      if (number !== lost) carry();
    });
    for (const next of upTo(3)) post('left', next);
    for (const next of upTo(3)) post('right', next);
    await clock.advance(10_000);
    assert.deepEqual([got.left, got.right, clock.pending], [upTo(3), upTo(3), 0]);
  });
}

for (const first of upTo(9)) {
  test(`messages ${first} and ${first + 1} are swapped: all arrive, in order, without a repeat`, async () => {
    const {clock, post, got, count} = setup(({seq}, carry) => carry(seq === first ? 20 : 5));
    for (const next of upTo(10)) post('left', next);
    await clock.advance(10_000);
    assert.deepEqual(got.right, upTo(10));
    assert.equal(count('renew'), 10);
  });
}

test('every message comes twice: each is handed over once, and the second is known to be one', async () => {
  const {clock, post, got, right, sent} = setup((_envelope, carry) => {
    carry();
    carry(9);
  });
  for (const next of upTo(5)) post('left', next);
  await clock.advance(5000);
  assert.deepEqual(got.right, upTo(5));
  const [again] = sent;
  assert.ok(again);
  assert.equal(right.receive(again), false);
});

test('a message that was handed over long ago is known, and acknowledged again', async () => {
  const {clock, post, right, sent, count} = setup();
  post('left', 1);
  await clock.advance(5000);
  const [first] = sent;
  assert.ok(first);
  assert.equal(right.receive(first), false);
  await clock.advance(5000);
  assert.deepEqual([count('renew'), count('ack')], [1, 2]);
});

test('under heavy loss, doubling and delay a hundred messages each way arrive in order', async () => {
  const random = createRandom(7);
  const {clock, post, got} = setup((_envelope, carry) => {
    if (random.chance(0.4)) return;
    carry(random.below(900));
    if (random.chance(0.3)) carry(random.below(3000));
  });
  for (const next of upTo(100)) {
    post('left', next);
    post('right', next);
  }
  await clock.advance(120_000);
  assert.deepEqual([got.left, got.right, clock.pending], [upTo(100), upTo(100), 0]);
});

test('repeats come after half a second, then ever more rarely, down to every two seconds', async () => {
  const times: number[] = [];
  const {clock, post} = setup(() => void times.push(clock.now()));
  post('left', 1);
  await clock.advance(9000);
  assert.deepEqual(times.map((time) => time - (times[0] ?? 0)), [0, 500, 1500, 3500, 5500, 7500]);
});

test('256 messages ahead of a gap are kept, the next is not', async () => {
  const {clock, got, right} = setup();
  const from = {user: 'left', endpoint: 'left'};
  const take = (seq: number): boolean =>
    right.receive({v: 1, call: 'call', from, to: {user: 'right'}, seq, ack: 0, type: 'renew', body: {generation: seq}});
  assert.deepEqual([take(257), take(256)], [false, true]);
  for (const seq of upTo(255)) take(seq);
  assert.deepEqual(got.right, upTo(256));
  assert.equal(take(257), true, 'it was not kept, so it is news');
  await clock.advance(1000);
  assert.deepEqual(got.right, upTo(257));
});

test('nobody acknowledges anything: 256 messages go out, and the oldest 16 are repeated', async () => {
  const {clock, sent, post} = setup(() => undefined);
  for (const next of upTo(400)) post('left', next);
  assert.deepEqual(sent.map(({seq}) => seq), upTo(256));
  await clock.advance(500);
  assert.deepEqual(sent.slice(256).map(({seq}) => seq), upTo(16));
});

test('all 256 that go out at once are lost: they arrive all the same', async () => {
  const {clock, got, post} = setup((_envelope, carry) => clock.now() > 1_000_000 && carry());
  for (const next of upTo(256)) post('left', next);
  await clock.advance(20_000);
  assert.deepEqual([got.right, clock.pending], [upTo(256), 0]);
});

test('a message that cannot be read is acknowledged, handed over to nobody, and holds up nothing', async () => {
  const unreadable = (envelope: AnyEnvelope): AnyEnvelope =>
    envelope.seq === 2 ? ({...envelope, type: 'skip', body: {why: 'unknown-type'}} as AnyEnvelope) : envelope;
  const {clock, got, post, sent} = setup((_envelope, carry) => carry(), unreadable);
  for (const next of upTo(3)) post('left', next);
  await clock.advance(10_000);
  assert.deepEqual([got.right, sent.length, clock.pending], [[1, 3], 4, 0]);
});

test('closed: nothing is sent, nothing is taken in, no timer waits', async () => {
  const {clock, post, got, left, right, sent} = setup();
  post('left', 1);
  left.close();
  assert.equal(clock.pending, 1);
  await clock.advance(1000);
  const before = sent.length;
  post('left', 2);
  right.close();
  const [first] = sent;
  assert.ok(first);
  assert.equal(right.receive({...first, seq: 2}), false);
  await clock.advance(10_000);
  assert.deepEqual([sent.length, got.right, clock.pending], [before, [1], 0]);
});

test('closed by what it hands over: the rest is not handed over', async () => {
  const {clock, post, got, right} = setup(({seq}, carry) => carry(seq === 1 ? 50 : 5));
  for (const next of upTo(3)) post('left', next);
  const push = got.right.push.bind(got.right);
  got.right.push = (...numbers: number[]) => {
    right.close();
    return push(...numbers);
  };
  await clock.advance(200);
  assert.deepEqual([...got.right], [1]);
});
