import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {IceAnswer, IceSources} from '../../src/ice/ice-sources.js';
import {iceChain as setup, never, server} from '../helpers/ice-chain.js';

const LIST = [server('list')];

test('without any source there are host candidates only, and nothing is asked', async () => {
  const {chain, asked} = setup();
  assert.deepEqual(await chain.servers({}), {iceServers: [], source: 'none'});
  assert.equal(asked.length, 0);
});

test('asks the connector first, then the URL, then takes the list', async () => {
  const {chain, asked} = setup(() => ({iceServers: [server('url')], ttl: 100}));
  const connector = async () => ({iceServers: [server('connector')]});
  assert.equal((await chain.servers({connector, iceUrl: '/ice', list: LIST})).source, 'connector');
  assert.equal(asked.length, 0);
  assert.deepEqual(await chain.servers({iceUrl: '/ice', list: LIST}), {iceServers: [server('url')], source: 'ice-url'});
  assert.deepEqual(await chain.servers({list: LIST}), {iceServers: LIST, source: 'ice-servers'});
});

test('asks the URL with cookies of this origin only, past every cache, and takes a bare list', async () => {
  const {chain, asked} = setup(() => [server('url')]);
  assert.equal((await chain.servers({iceUrl: '/ice'})).source, 'ice-url');
  assert.equal(asked[0]?.url, '/ice');
  assert.equal(asked[0]?.init.credentials, 'same-origin');
  assert.equal(asked[0]?.init.cache, 'no-store');
});

const FAILURES: readonly [what: string, sources: Partial<IceSources>, reply: () => unknown, reason: RegExp][] = [
  ['a connector that throws', {connector: () => { throw new TypeError('turn:secret'); }}, never, /: TypeError\.$/],
  ['a connector that rejects nothing in particular', {connector: () => Promise.reject()}, never, /: failed\.$/],
  ['a connector with an empty list', {connector: async () => ({iceServers: []})}, never, /empty/],
  ['a connector with nonsense', {connector: (async () => 7) as unknown as NonNullable<IceSources['connector']>}, never, /no list/],
  ['a connector with unusable servers', {connector: async () => ({iceServers: [{urls: 'turn:a'}]})}, never, /no usable/],
  ['a URL that fails', {iceUrl: '/ice'}, () => Promise.reject(new TypeError('https://secret.example')), /: TypeError\.$/],
  ['a URL with an error page', {iceUrl: '/ice'}, () => new Response('no', {status: 503}), /: status 503\.$/],
  ['a URL with broken JSON', {iceUrl: '/ice'}, () => new Response('<html>'), /: SyntaxError\.$/],
  ['a URL with null', {iceUrl: '/ice'}, () => null, /no list/],
];

for (const [what, sources, reply, reason] of FAILURES) {
  test(`falls back from ${what}, and warns why`, async ({mock}) => {
    const warn = mock.method(console, 'warn', () => undefined);
    const {chain} = setup(reply);
    assert.deepEqual(await chain.servers({...sources, list: LIST}), {iceServers: LIST, source: 'ice-servers'});
    assert.equal(warn.mock.callCount(), 1);
    assert.match(String(warn.mock.calls[0]?.arguments[0]), reason);
  });
}

test('takes a source at its word that it has none, and asks it again later', async ({mock}) => {
  const warn = mock.method(console, 'warn', () => undefined);
  let answer: IceAnswer = {iceServers: [], ttl: 600, source: 'none'};
  const {chain, clock} = setup(never);
  const sources = {connector: async () => answer, list: LIST};
  assert.equal((await chain.servers(sources)).source, 'ice-servers');
  answer = {iceServers: LIST, ttl: 600, source: 'list'};
  await clock.advance(30_000);
  assert.equal((await chain.servers(sources)).source, 'connector');
  assert.equal(warn.mock.callCount(), 0);
});

test('gives each source two seconds, then aborts it', async () => {
  const {chain, clock, asked, after} = setup(never);
  const answer = chain.servers({connector: never, iceUrl: '/ice', list: LIST});
  assert.equal(await after(answer, 1999), 'waiting');
  assert.equal(asked.length, 0);
  await clock.advance(1);
  assert.equal(asked.length, 1);
  assert.equal(await after(answer, 1999), 'waiting');
  assert.equal(asked[0]?.init.signal?.aborted, false);
  assert.deepEqual(await after(answer, 1), {iceServers: LIST, source: 'ice-servers'});
  assert.equal(asked[0]?.init.signal?.aborted, true);
  assert.equal(clock.pending, 0);
});

test('caches to 80 % of the life of the credentials', async () => {
  const {chain, clock, asked} = setup(() => ({iceServers: [server('url')], ttl: 100}));
  await chain.servers({iceUrl: '/ice'});
  await clock.advance(79_999);
  await chain.servers({iceUrl: '/ice'});
  assert.equal(asked.length, 1);
  await clock.advance(1);
  await chain.servers({iceUrl: '/ice'});
  assert.equal(asked.length, 2);
});

for (const ttl of [undefined, 0, -5, 'long', null]) {
  test(`takes a life of ${String(ttl)} for 600 s`, async () => {
    const {chain, clock, asked} = setup(() => ({iceServers: [server('url')], ttl}));
    await chain.servers({iceUrl: '/ice'});
    await clock.advance(479_999);
    await chain.servers({iceUrl: '/ice'});
    assert.equal(asked.length, 1);
    await clock.advance(1);
    await chain.servers({iceUrl: '/ice'});
    assert.equal(asked.length, 2);
  });
}

test('waits no longer than 300 ms while an older list exists, and has the newer one the next time', async () => {
  let reply: () => unknown = () => ({iceServers: [server('old')], ttl: 100});
  const {chain, clock, after} = setup(() => reply());
  await chain.servers({iceUrl: '/ice'});
  await clock.advance(90_000);
  let arrive = (_: unknown): void => {};
  reply = () => new Promise((resolve) => (arrive = resolve));
  const answer = chain.servers({iceUrl: '/ice'});
  assert.equal(await after(answer, 299), 'waiting');
  assert.deepEqual(await after(answer, 1), {iceServers: [server('old')], source: 'ice-url'});
  arrive({iceServers: [server('new')], ttl: 100});
  await clock.advance(0);
  assert.deepEqual((await chain.servers({iceUrl: '/ice'})).iceServers, [server('new')]);
});

test('a quick newer list is taken at once', async () => {
  let name = 'old';
  const {chain, clock} = setup(() => ({iceServers: [server(name)], ttl: 100}));
  await chain.servers({iceUrl: '/ice'});
  await clock.advance(90_000);
  name = 'new';
  assert.deepEqual((await chain.servers({iceUrl: '/ice'})).iceServers, [server('new')]);
});

test('keeps credentials that still hold when their source fails, and gives them up when they are over', async () => {
  let works = true;
  const {chain, clock} = setup(() => (works ? {iceServers: [server('url')], ttl: 100} : new Response('', {status: 500})));
  const sources = {iceUrl: '/ice', list: LIST};
  await chain.servers(sources);
  works = false;
  await clock.advance(85_000);
  assert.equal((await chain.servers(sources)).source, 'ice-url');
  await clock.advance(31_000);
  assert.equal((await chain.servers(sources)).source, 'ice-servers');
});

test('asks a failed source again after half a minute, not at every call', async () => {
  let works = false;
  const {chain, clock, asked} = setup(() => (works ? [server('url')] : new Response('', {status: 500})));
  const sources = {iceUrl: '/ice', list: LIST};
  await chain.servers(sources);
  await chain.servers(sources);
  assert.equal(asked.length, 1);
  works = true;
  await clock.advance(30_000);
  assert.equal((await chain.servers(sources)).source, 'ice-url');
});

test('asks once, however many calls want to know', async () => {
  const {chain, asked} = setup(async () => [server('url')]);
  const answers = await Promise.all([1, 2, 3].map(() => chain.servers({iceUrl: '/ice'})));
  assert.deepEqual(answers.map(({source}) => source), ['ice-url', 'ice-url', 'ice-url']);
  assert.equal(asked.length, 1);
});

test('a list that is no list harms nobody', async () => {
  const circular: unknown[] = [];
  circular.push(circular);
  const {chain} = setup();
  assert.equal((await chain.servers({list: circular as RTCIceServer[]})).source, 'none');
});
