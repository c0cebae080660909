import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {SearchNotes} from '../../src/rtc/search-notes.js';
import type {LinkPath} from '../../src/protocol/peer-link.js';
import {setup} from '../helpers/two-people.js';

/** What must not be found in a report, wherever it was put in. */
const HOSTILE = 'secret-7f3a';
const ADDRESS = '192.0.2.77';
const WEIRD = `${HOSTILE} ${ADDRESS} turn:${HOSTILE}.example`;

const failing = async () => {
  throw new DOMException(WEIRD, 'DataError');
};

const expectNothing = (report: unknown): void => {
  const text = JSON.stringify(report);
  for (const secret of [HOSTILE, ADDRESS, 'alice', 'bob', 'example', 'candidate:', '@']) {
    assert.ok(!text.includes(secret), `${secret} stands in ${text}`);
  }
};

test('nothing of a user, a host, an address, a key or a description gets into a report', async ({mock}) => {
  mock.method(console, 'warn', () => undefined);
  const {world, alice, bob, start, wait} = await setup();
  world.server.iceServers = failing;
  alice.controller.configure({
    userName: WEIRD,
    connectors: ['memory', HOSTILE],
    iceUrl: `https://${HOSTILE}.example/ice`,
    iceServers: [
      {urls: `turn:${HOSTILE}.example?transport=tcp`, username: HOSTILE, credential: HOSTILE},
      {urls: `stun:${ADDRESS}`},
    ],
  });
  expectNothing(await alice.controller.diagnostics());
  await wait(100);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(1000);
  const [link] = alice.platform.links;
  assert.ok(link);
  const notes: SearchNotes = link.notes;
  notes.found(`candidate:1 1 udp 1 ${ADDRESS} 9 typ relay raddr ${ADDRESS}`);
  notes.found(`candidate:1 typ ${HOSTILE}`);
  notes.hear({sdp: `${WEIRD} typ host typ ${HOSTILE}`, [WEIRD]: WEIRD});
  notes.failed({url: `turns:${HOSTILE}.example:443`, errorCode: 401});
  notes.failed({url: WEIRD, errorCode: 600});
  mock.method(link, 'path', async (): Promise<LinkPath> => {
    return {local: WEIRD, remote: 'relay', protocol: WEIRD, roundTripMs: 12, received: 1, lost: 0};
  });
  const report = await alice.controller.diagnostics();
  expectNothing(report);
  assert.equal(report.phase, 'connected');
  assert.deepEqual(report.lines, [{connector: 'other', state: 'online'}, {connector: 'other', state: 'error'}]);
  assert.deepEqual(report.path, {local: 'other', remote: 'relay', protocol: 'other'});
  assert.deepEqual(report.search?.servers, {'turn:tcp': 1, 'stun:udp': 1});
  assert.deepEqual(report.search?.errors, {'turns:tcp 401': 1, ':udp 600': 1});
  assert.deepEqual([report.search?.gathered, report.search?.heard], [['relay'], ['host']]);
  assert.equal(report.ice?.source, 'ice-servers');
  assert.deepEqual(report.ice?.failures, [{source: 'connector', reason: 'DataError'}, {source: 'ice-url', reason: 'TypeError'}]);
  world.network.cut(bob.endpoint);
  await wait(40_000);
  expectNothing(await alice.controller.diagnostics());
});

test('after a call has failed, the report still says what was seen, and what was told', async () => {
  const {world, alice, bob, start, wait} = await setup();
  world.server.iceServers = async () => ({iceServers: [{urls: 'turn:a.example', username: 'u', credential: 'c'}], ttl: 600});
  world.network.cut(bob.endpoint);
  await start(alice, 'bob');
  void bob.controller.accept();
  await wait(60_000);
  const {phase, search, ice, trouble} = await bob.controller.diagnostics();
  assert.equal(phase, 'ended');
  assert.deepEqual(search?.servers, {'turn:udp': 1});
  assert.equal(search?.answered, true);
  assert.equal(ice?.source, 'connector');
  assert.ok(ice.age > 0 && ice.left !== undefined && ice.left < 600 && ice.left > 500, `${ice.age} ${ice.left}`);
  assert.equal(trouble?.code, 'relay-unreachable');
  assert.ok(bob.state.trouble?.reference.endsWith(trouble.reference) && trouble.reference.length > 30);
});

test('credentials that last are said to have no end; at rest there is little to report', async () => {
  const {alice, start} = await setup();
  const rest = await alice.controller.diagnostics();
  assert.deepEqual([rest.phase, rest.ice, rest.search, rest.path, rest.lossPercent], ['idle', undefined, undefined, undefined, undefined]);
  assert.deepEqual(rest.lines, [{connector: 'other', state: 'online'}]);
  await start(alice, 'bob');
  const {ice} = await alice.controller.diagnostics();
  assert.deepEqual(ice, {source: 'none', failures: [], age: 0, left: undefined});
});
