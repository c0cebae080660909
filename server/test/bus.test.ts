import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {createAllowance} from '../src/bus/allowance.js';
import {natsOptions} from '../src/bus/nats-options.js';
import {openBus} from '../src/bus/open-bus.js';
import {subjectOf} from '../src/bus/subject-of.js';
import {Inbox} from './helpers/inbox.js';
import {inTouch, openTestBus} from './helpers/nodes.js';
import {NO_NATS, RealNats} from './helpers/real-nats.js';
import {createTestLog} from './helpers/test-log.js';

const codes = (lines: Inbox<{code?: string}>) => lines.items.map(({code}) => code);

test('without NATS there is nobody else, and that is fine', async () => {
  const bus = await openBus(undefined, createTestLog().log);
  bus.publish('a', 1);
  assert.equal(bus.isReady, true);
  await bus.close();
});

test('ids that mean something to NATS mean nothing in a subject', () => {
  const ids = ['', 'a.b', '*', '>', 'a b', 'ünï', '\r\nPUB x 0', 'x'.repeat(100_000)];
  const subjects = ids.map((id) => subjectOf('user', id));
  for (const subject of subjects) assert.match(subject, /^user\.[0-9a-f]{64}$/);
  assert.equal(new Set(subjects).size, ids.length);
});

test('credentials come out of the url, and the port is the port', () => {
  const {servers, user, pass} = natsOptions({servers: ['nats://node:12%3A34@10.0.0.1:5222', 'nats://other:4333']});
  assert.deepEqual({servers, user, pass}, {servers: ['10.0.0.1:5222', 'other:4333'], user: 'node', pass: '12:34'});
  assert.equal(natsOptions({servers: ['tls://secret@nats']}).token, 'secret');
  assert.deepEqual(natsOptions({servers: ['tls://secret@nats']}).tls, {});
});

test('more than may be pending waits for nobody: it may not go', async () => {
  const asked: (() => void)[] = [];
  const mayGo = createAllowance(100, () => new Promise((resolve) => asked.push(resolve)));
  assert.deepEqual([mayGo(60), mayGo(60), mayGo(40)], [true, false, true]);
  await Promise.resolve();
  assert.equal(mayGo(1), false);
  asked.shift()?.();
  await new Promise(setImmediate);
  assert.equal(mayGo(100), true);
});

describe('over a real NATS', {skip: NO_NATS}, () => {
  let nats: RealNats;
  before(async () => {
    nats = await RealNats.start();
  });
  after(() => nats.stop());

  const pair = async (t: {after(fn: () => Promise<void>): void}) => {
    const [one, two] = await Promise.all([openTestBus(nats.url), openTestBus(nats.url)]);
    t.after(async () => {
      await Promise.all([one.bus.close(), two.bus.close()]);
    });
    return [one, two] as const;
  };

  test('a message reaches the other node once, and never the own', async (t) => {
    const [{bus: one}, {bus: two}] = await pair(t);
    const [own, other] = [new Inbox<unknown>(), new Inbox<unknown>()];
    one.subscribe('a.*', own.add);
    two.subscribe('a.*', (data, subject) => other.add([subject, data]));
    await inTouch(two, one);
    one.publish('a.b', {n: 1});
    one.publish('a.c', {n: 2});
    assert.deepEqual(await other.atLeast(2), [['a.b', {n: 1}], ['a.c', {n: 2}]]);
    two.publish('a.b', {n: 3});
    assert.deepEqual(await own.atLeast(1), [{n: 3}]);
  });

  test('another prefix is another world', async (t) => {
    const [{bus: one}, {bus: two}] = await pair(t);
    const {bus: stranger} = await openTestBus(nats.url, 'elsewhere');
    t.after(() => stranger.close());
    const inbox = new Inbox<unknown>();
    two.subscribe('a', inbox.add);
    await inTouch(two, one);
    stranger.publish('a', 'strange');
    one.publish('a', 'ours');
    assert.deepEqual(await inbox.atLeast(1), ['ours']);
  });

  test('what does not parse, and what a subscriber fails on, is dropped and counted', async (t) => {
    const [{bus: one}, {bus: two}] = await pair(t);
    const {connect} = await import('@nats-io/transport-node');
    const raw = await connect({servers: nats.url});
    t.after(() => raw.close());
    const inbox = new Inbox<unknown>();
    two.subscribe('a', (data) => {
      if (data === 'bad') throw new Error('bad');
      inbox.add(data);
    });
    await inTouch(two, one);
    raw.publish('test.a', '{not json');
    raw.publish('test.a', '"bad"');
    raw.publish('test.a', '"good"');
    assert.deepEqual(await inbox.atLeast(1), ['good']);
    assert.equal(two.dropped, 2);
  });

  test('a listener that fails at a gap harms no other, and the bus goes on', async (t) => {
    const own = await RealNats.stopped();
    t.after(() => own.stop());
    const {bus} = await openTestBus(own.url);
    t.after(() => bus.close());
    bus.onGap(() => {
      throw new Error('bad');
    });
    const second = new Promise<void>((resolve) => bus.onGap(resolve));
    await own.start();
    await second;
    assert.equal(bus.isReady, true);
  });

  test('nothing that one publishes makes it throw', async (t) => {
    const [{bus}] = await pair(t);
    const circle: Record<string, unknown> = {};
    circle['circle'] = circle;
    bus.publish('a', circle);
    bus.publish('a', 'x'.repeat(2_000_000));
    bus.publish('a', undefined);
    bus.publish('a..b', 1);
    bus.subscribe('a..b', () => undefined)();
    assert.ok(bus.dropped >= 3);
  });
});

describe('a NATS that comes and goes', {skip: NO_NATS}, () => {
  test('is waited for, found, lost and found again', async (t) => {
    const nats = await RealNats.stopped();
    t.after(() => nats.stop());
    const {bus, lines} = await openTestBus(nats.url);
    t.after(() => bus.close());
    assert.equal(bus.isReady, false);
    const gaps = new Inbox<void>();
    bus.onGap(() => gaps.add());
    const inbox = new Inbox<unknown>();
    bus.subscribe('a', inbox.add);
    bus.publish('a', 'lost');

    await nats.start();
    await gaps.atLeast(1);
    const {bus: other} = await openTestBus(nats.url);
    t.after(() => other.close());
    await inTouch(bus, other);
    other.publish('a', 'first');
    await inbox.atLeast(1);

    await nats.stop();
    await lines.find(({code}) => code === 'bus-lost');
    assert.equal(bus.isReady, false);
    bus.publish('a', 'lost');
    await nats.start();
    await gaps.atLeast(2);
    assert.equal(bus.isReady, true);
    await inTouch(bus, other);
    other.publish('a', 'second');
    assert.deepEqual(await inbox.atLeast(2), ['first', 'second']);
    assert.equal(bus.dropped, 2);
  });

  test('is signed in to, and neither its address nor a credential is ever logged', async (t) => {
    const nats = await RealNats.start(['--user', 'node', '--pass', 'wordpass']);
    t.after(() => nats.stop());
    const {bus, lines} = await openTestBus(`nats://node:wordpass@127.0.0.1:${nats.port}`);
    t.after(() => bus.close());
    assert.equal(bus.isReady, true);
    const {bus: refused, lines: refusedLines} = await openTestBus(`nats://node:wrong@127.0.0.1:${nats.port}`);
    t.after(() => refused.close());
    assert.equal(refused.isReady, false);
    await nats.stop();
    await lines.find(({code}) => code === 'bus-lost');
    assert.ok(codes(refusedLines).includes('bus-unreachable'));
    const logged = JSON.stringify([lines.items, refusedLines.items]);
    assert.doesNotMatch(logged, new RegExp(`127\\.0\\.0\\.1|${nats.port}|wrong|wordpass`));
  });
});
