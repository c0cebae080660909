import assert from 'node:assert/strict';
import {beforeEach, describe, it, mock} from 'node:test';
import {IceSourceError} from '../src/ice/ice-source-error.js';
import type {IceGrant} from '../src/ice/ice-source.js';
import {keepGrant} from '../src/ice/keep-grant.js';

const MINUTE = 60_000;
const HOUR = 3600;
const refused = new IceSourceError('twilio-refused');

/** A source that answers when it is told to. */
const openSource = (test: {after(fn: () => void): void}) => {
  const questions: {answer(ttl?: number): void; fail(error?: Error): void}[] = [];
  const news: (string | undefined)[] = [];
  const ask = () =>
    new Promise<IceGrant>((resolve, reject) => {
      const urls = `stun:answer-${questions.length + 1}.example`;
      questions.push({answer: (ttl = HOUR) => resolve({iceServers: [{urls}], ttl}), fail: (error = refused) => reject(error)});
    });
  const kept = keepGrant(ask, (failure) => news.push(failure?.code));
  test.after(kept.close);
  return {
    kept,
    questions,
    news,
    /** What the source is asked next, and how that ends. */
    async next(end: 'answer' | 'fail') {
      const taken = kept.take();
      questions.at(-1)?.[end]();
      return taken;
    },
  };
};

/** Lets everything happen that needs no time. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const pass = async (milliseconds: number) => {
  mock.timers.tick(milliseconds);
  await settle();
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({apis: ['Date', 'setTimeout', 'setInterval'], now: Date.UTC(2026, 10, 20)});
});

describe('an answer that is kept', () => {
  it('is fetched once, however many ask', async (test) => {
    const {kept, questions} = openSource(test);
    const taken = Array.from({length: 100}, () => kept.take());
    questions[0]?.answer();
    assert.equal(new Set((await Promise.all(taken)).map(({ttl}) => ttl)).size, 1);
    assert.equal(questions.length, 1);
  });

  it('is given for 80 % of its time, with the time that remains', async (test) => {
    const {kept, questions, next} = openSource(test);
    assert.equal((await next('answer')).ttl, HOUR);
    await pass(10 * MINUTE);
    assert.equal((await kept.take()).ttl, HOUR - 600);
    await pass(38 * MINUTE - 1);
    assert.equal((await kept.take()).ttl, HOUR - 2880);
    assert.equal(questions.length, 1, 'not asked again so far');
  });

  it('is still given at once after that, while the next is fetched', async (test) => {
    const {kept, questions, next} = openSource(test);
    await next('answer');
    await pass(48 * MINUTE);
    const old = await kept.take();
    assert.deepEqual(old, {iceServers: [{urls: 'stun:answer-1.example'}], ttl: 720});
    assert.equal(questions.length, 2);
    questions[1]?.answer();
    await settle();
    assert.deepEqual(await kept.take(), {iceServers: [{urls: 'stun:answer-2.example'}], ttl: HOUR});
  });

  it('bridges an outage for as long as its credentials hold, and no longer', async (test) => {
    const {kept, questions, next, news} = openSource(test);
    await next('answer');
    await pass(50 * MINUTE);
    assert.equal((await next('fail')).ttl, 600);
    await settle();
    assert.equal(kept.failure?.code, 'twilio-refused');
    await pass(9 * MINUTE + 1);
    await assert.rejects(next('fail'), {code: 'twilio-refused'});
    assert.equal(questions.length, 3);
    assert.deepEqual(news, ['twilio-refused'], 'told once');
  });

  it('is waited for 1.5 s, and kept when it comes within two', async (test) => {
    const {kept, questions} = openSource(test);
    const taken = assert.rejects(kept.take(), {code: 'timeout'});
    await pass(1500);
    await taken;
    await pass(400);
    questions[0]?.answer();
    await settle();
    assert.equal((await kept.take()).ttl, HOUR - 2);
    assert.equal(kept.failure, undefined);
  });

  it('that comes after two seconds counts as a failure', async (test) => {
    const {kept, questions} = openSource(test);
    const taken = assert.rejects(kept.take(), {code: 'timeout'});
    await pass(1500);
    await pass(500);
    await taken;
    questions[0]?.answer();
    await settle();
    assert.equal(kept.failure?.code, 'timeout');
  });
});

describe('a source that fails repeatedly', () => {
  it('is left alone for 30 s, and its last failure stays the reason', async (test) => {
    const {kept, questions, next} = openSource(test);
    for (let count = 0; count < 3; count += 1) await assert.rejects(next('fail'), {code: 'twilio-refused'});
    assert.ok(kept.isPaused);
    await pass(29_999);
    for (let count = 0; count < 100; count += 1) await assert.rejects(kept.take(), {code: 'twilio-refused'});
    assert.equal(questions.length, 3, 'nobody waits for it, and it is not asked');
  });

  it('is asked once after that, and used again when it answers', async (test) => {
    const {kept, questions, next, news} = openSource(test);
    for (let count = 0; count < 3; count += 1) await assert.rejects(next('fail'));
    await pass(30_000);
    const taken = Array.from({length: 10}, () => kept.take());
    questions.at(-1)?.answer();
    await Promise.all(taken);
    assert.equal(questions.length, 4);
    assert.ok(!kept.isPaused);
    assert.deepEqual(news, ['twilio-refused', undefined], 'told when it begins and when it is over');
  });

  it('is left alone again when that one question fails', async (test) => {
    const {kept, questions, next} = openSource(test);
    for (let count = 0; count < 3; count += 1) await assert.rejects(next('fail'));
    await pass(30_000);
    await assert.rejects(next('fail'));
    assert.ok(kept.isPaused);
    await assert.rejects(kept.take());
    assert.equal(questions.length, 4);
  });

  it('is noticed where calls are rare, too', async (test) => {
    const {kept, next} = openSource(test);
    for (let count = 0; count < 3; count += 1) {
      await pass(MINUTE);
      await assert.rejects(next('fail'));
    }
    assert.ok(kept.isPaused);
  });
});
