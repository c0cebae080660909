import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readLetter, signalTypeOf} from '../../src/connectors/odoo/letter.js';
import {Outbox} from '../../src/connectors/odoo/outbox.js';
import {CallError} from '../../src/types/call-error.js';
import {createFakeClock} from '../helpers/fake-clock.js';

const word = (data: unknown, type = 'message') => ({signal_type: type, signal_data: data});

/** An outbox whose requests are answered when the test says so. */
const setup = (ready?: Promise<unknown>) => {
  const clock = createFakeClock();
  const posts: string[] = [];
  const answers: ((answer: boolean | CallError) => void)[] = [];
  const outbox = new Outbox(
    {
      clock,
      post: (client, signals) => {
        posts.push(`${client}: ${signals.map(({signal_data: data}) => String(data)).join(' ')}`);
        return new Promise((resolve, reject) => answers.push((answer) => (answer instanceof CallError ? reject(answer) : resolve(answer))));
      },
    },
    ready,
  );
  const said: string[] = [];
  const put = (client: string, data: unknown, type?: string): void => {
    outbox.put(client, word(data, type)).then(() => said.push(`${String(data)} went`), (error: CallError) => said.push(`${String(data)}: ${error.code}`));
  };
  const answer = async (how: boolean | CallError = true): Promise<void> => {
    answers.shift()?.(how);
    await clock.advance(0);
  };
  return {clock, posts, said, outbox, put, answer};
};

const LOST = new CallError('signaling-lost');

describe('The way of a call’s words to Odoo', () => {
  it('the first goes at once; what comes until its answer goes as one, in order', async () => {
    const {posts, put, answer} = setup();
    for (const data of [1, 2, 3]) put('a', data);
    assert.deepEqual(posts, ['a: 1']);
    await answer();
    put('a', 4);
    assert.deepEqual(posts, ['a: 1', 'a: 2 3']);
    await answer();
    assert.deepEqual(posts, ['a: 1', 'a: 2 3', 'a: 4']);
  });

  it('one request speaks for one device', async () => {
    const {posts, put, answer} = setup();
    for (const [client, data] of [['a', 1], ['a', 2], ['b', 3], ['a', 4]] as const) put(client, data);
    for (let count = 0; count < 4; count += 1) await answer();
    assert.deepEqual(posts, ['a: 1', 'a: 2', 'b: 3', 'a: 4']);
  });

  it('no request has more than fifty words, or more than 95 kB', async () => {
    const {posts, put, answer} = setup();
    for (let count = 0; count < 80; count += 1) put('a', count);
    await answer();
    await answer();
    await answer();
    assert.deepEqual(posts.map((post) => post.split(' ').length - 1), [1, 50, 29]);
    for (const letter of 'xyz') put('a', letter.repeat(40_000));
    for (let count = 0; count < 4; count += 1) await answer();
    assert.deepEqual(posts.slice(3).map((post) => post.split(' ').length - 1), [1, 2]);
  });

  it('nothing goes before the server knows of the call', async () => {
    let begin = (): void => undefined;
    const {clock, posts, put} = setup(new Promise<void>((resolve) => (begin = resolve)));
    put('a', 1);
    put('a', 2);
    assert.deepEqual(posts, []);
    begin();
    await clock.advance(0);
    assert.deepEqual(posts, ['a: 1 2']);
  });

  it('nor at all when the server does not let it begin', async () => {
    const {clock, posts, said, put} = setup(Promise.reject(new CallError('call-refused')));
    put('a', 1);
    await clock.advance(0);
    assert.deepEqual([posts, said], [[], ['1: signaling-lost']]);
  });

  it('what the core repeats is given up when a request fails; other words are sent again, first', async () => {
    const {clock, posts, said, put, answer} = setup();
    put('a', 0);
    put('a', 'hello');
    put('a', 'end', 'end');
    await answer();
    await answer(LOST);
    assert.deepEqual(said, ['0 went', 'hello: signaling-lost']);
    await clock.advance(2000);
    assert.deepEqual(posts.at(-1), 'a: end');
    await answer();
    assert.deepEqual(said.at(-1), 'end went');
  });

  it('not for ever, and not what was refused', async () => {
    const {clock, posts, said, put, answer} = setup();
    put('a', 'end', 'end');
    for (let count = 0; count < 12; count += 1) {
      await answer(LOST);
      await clock.advance(30_000);
    }
    assert.deepEqual([posts.length, said], [7, ['end: signaling-lost']]);
    put('a', 'accept', 'accept');
    await answer(new CallError('call-refused'));
    assert.deepEqual([posts.length, said.at(-1)], [8, 'accept: call-refused']);
    assert.equal(clock.pending, 0);
  });

  it('what the server does not take is said to whoever sent it', async () => {
    const {said, put, answer} = setup();
    put('a', 1);
    await answer(false);
    assert.deepEqual(said, ['1: signaling-lost']);
  });

  it('when the page goes, nothing waits for an answer', () => {
    const {posts, outbox, put} = setup();
    put('a', 1);
    put('a', 2);
    put('b', 3);
    outbox.flush();
    assert.deepEqual(posts, ['a: 1', 'a: 2', 'b: 3']);
  });
});

/** Who says which end to whom: whether it is over for the server, or one device's affair. */
const ENDS: readonly (readonly [role: 'caller' | 'callee', reason: string, to: string | undefined, hasAccepted: boolean, word: string])[] = [
  ['caller', 'cancelled', undefined, false, 'end'],
  ['caller', 'no-answer', undefined, false, 'end'],
  ['caller', 'answered-elsewhere', undefined, false, 'end'],
  ['caller', 'answered-elsewhere', 'desk', false, 'message'],
  ['caller', 'hung-up', 'desk', false, 'end'],
  ['caller', 'connection-failed', 'desk', false, 'end'],
  ['callee', 'declined', 'page', false, 'end'],
  ['callee', 'busy', 'page', false, 'message'],
  ['callee', 'page-closed', 'page', false, 'message'],
  ['callee', 'answered-elsewhere', 'page', false, 'message'],
  ['callee', 'page-closed', 'page', true, 'end'],
  ['callee', 'media-denied', 'page', true, 'end'],
];

describe('The word by which the server goes', () => {
  for (const [role, reason, to, hasAccepted, expected] of ENDS) {
    const who = `${role}${hasAccepted ? ' who answered' : ''}`;
    it(`end, ${reason}, of a ${who} to ${to ?? 'all'}: ${expected}`, () => {
      const letter = readLetter({type: 'end', body: {reason}}, {user: 'partner:8', endpoint: to}, 'self');
      assert.equal(signalTypeOf(letter, role, hasAccepted), expected);
    });
  }

  it('ringing and accept are the callee’s; all else is a message', () => {
    const wordOf = (type: string, role: 'caller' | 'callee'): string => signalTypeOf(readLetter({type}, {user: 'partner:8'}, 'self'), role, false);
    assert.deepEqual(['ringing', 'accept', 'offer', 'ack', 'confirm', 'note'].map((type) => wordOf(type, 'callee')), ['ringing', 'accept', 'message', 'message', 'message', 'message']);
    assert.deepEqual(['ringing', 'accept'].map((type) => wordOf(type, 'caller')), ['message', 'message']);
  });
});
