import assert from 'node:assert/strict';
import {test} from 'node:test';
import {iceChain as setup, never, server} from '../helpers/ice-chain.js';

test('refreshes a fresh list before an ICE restart, yet does not hang on a source that does', async () => {
  let reply: () => unknown = () => ({iceServers: [server('old')], ttl: 100});
  const {chain, clock, asked, after} = setup(() => reply());
  await chain.servers({iceUrl: '/ice'});
  await clock.advance(10_000);
  await chain.refresh({iceUrl: '/ice'});
  assert.equal(asked.length, 2);
  reply = never;
  await clock.advance(10_000);
  assert.deepEqual((await after(chain.refresh({iceUrl: '/ice'}), 300)), {iceServers: [server('old')], source: 'ice-url'});
  await clock.advance(200_000);
  const late = chain.refresh({iceUrl: '/ice', list: undefined});
  assert.equal(await after(late, 300), 'waiting', 'with dead credentials a restart would fail');
  assert.deepEqual(await after(late, 1700), {iceServers: [], source: 'none'});
});

test('asks once for the many restarts of ten seconds, unless the credentials do not last so long', async () => {
  for (const [ttl, questions] of [[600, 1], [5, 2]] as const) {
    const {chain, clock, asked} = setup(() => ({iceServers: [server('url')], ttl}));
    await chain.servers({iceUrl: '/ice'});
    await clock.advance(9999);
    for (const _restart of [1, 2, 3]) await chain.refresh({iceUrl: '/ice'});
    assert.equal(asked.length, questions);
    await clock.advance(10_000);
    await chain.refresh({iceUrl: '/ice'});
    assert.equal(asked.length, questions + 1);
  }
});

test('a source that fails is not asked at every restart either', async () => {
  let works = true;
  const {chain, clock, asked} = setup(() => (works ? [server('url')] : new Response('', {status: 500})));
  await chain.servers({iceUrl: '/ice'});
  works = false;
  await clock.advance(10_000);
  for (const _restart of [1, 2, 3]) assert.equal((await chain.refresh({iceUrl: '/ice'})).source, 'ice-url');
  assert.equal(asked.length, 2);
});

test('another URL is asked anew', async () => {
  const {chain, asked} = setup(() => [server('url')]);
  await chain.servers({iceUrl: '/a'});
  await chain.servers({iceUrl: '/b'});
  await chain.servers({iceUrl: '/b'});
  assert.deepEqual(asked.map(({url}) => url), ['/a', '/b']);
});

test('credentials of one person, or of one connector, are never another’s', async () => {
  const {chain} = setup();
  const from = (owner: string) => ({owner, connector: async () => ({iceServers: [server(owner)], ttl: 600})});
  for (const owner of ['alice', 'bob', 'alice']) {
    for (const answer of [await chain.servers(from(owner)), await chain.refresh(from(owner))]) {
      assert.deepEqual(answer.iceServers, [server(owner)]);
    }
  }
});

test('what arrives for one person after another has asked is not kept', async () => {
  const arrive: ((answer: unknown) => void)[] = [];
  const {chain, clock, asked} = setup(() => new Promise((resolve) => void arrive.push(resolve)));
  const first = chain.servers({owner: 'alice', iceUrl: '/ice'});
  const second = chain.servers({owner: 'bob', iceUrl: '/ice'});
  await clock.advance(0);
  arrive[1]?.([server('bob')]);
  assert.deepEqual((await second).iceServers, [server('bob')]);
  arrive[0]?.([server('alice')]);
  assert.deepEqual((await first).iceServers, [server('alice')]);
  assert.deepEqual((await chain.servers({owner: 'bob', iceUrl: '/ice'})).iceServers, [server('bob')]);
  assert.equal(asked.length, 2);
});
