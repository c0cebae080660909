import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {setImmediate as turn} from 'node:timers/promises';
import express from 'express';
import {createLoneBus} from '../src/bus/bus.js';
import {eventRoutes} from '../src/events/event-routes.js';
import {createGuards} from '../src/http/create-guards.js';
import {answerErrors} from '../src/http/error-answers.js';
import {measureRequests} from '../src/http/measure-requests.js';
import {OpenAnswers} from '../src/http/open-answers.js';
import {createIdentity} from '../src/identity/create-identity.js';
import {listen} from '../src/listen.js';
import {createMetrics} from '../src/metrics.js';
import {createPermissions} from '../src/permissions.js';
import type {Permissions} from '../src/permissions.js';
import {createPresence} from '../src/presence/create-presence.js';
import {openDatabase} from '../src/store/open-database.js';
import {createSettings} from '../src/store/settings.js';
import {EventReader} from './helpers/event-reader.js';
import {inSeconds, sign, TOKENS} from './helpers/sign.js';
import {ManualClock} from './helpers/manual-clock.js';
import {createTestLog} from './helpers/test-log.js';

const {log} = createTestLog();
const clock = new ManualClock();
const presence = createPresence(createLoneBus(), clock);
const answers = new OpenAnswers();
const metrics = createMetrics();
const identity = createIdentity(TOKENS);
const guards = createGuards({identity, requestsPerMinute: 1000});
const maySee: Permissions['maySee'] = async (_who, other) => {
  if (other === 'broken') throw new Error('broken');
  return other !== 'secret';
};

const open = async () => {
  const database = await openDatabase({}, log);
  const settings = createSettings(database, createLoneBus());
  const permissions = createPermissions({maySee}, log);
  const app = express();
  app.use(answers.observe, measureRequests(metrics));
  app.use(eventRoutes({presence, settings, permissions, guards, metrics, heartbeatMs: 50}));
  app.use(answerErrors(log));
  const server = createServer(app);
  const port = await listen(server, '127.0.0.1', 0);
  return {database, settings, server, url: `http://127.0.0.1:${port}/events`};
};

let stand: Awaited<ReturnType<typeof open>>;
before(async () => {
  stand = await open();
});
after(async () => {
  stand.server.closeAllConnections();
  stand.server.close();
  presence.close();
  await stand.database.close();
});

const watch = async (query: string, claims: Parameters<typeof sign>[0] = {sub: 'alice'}) =>
  EventReader.open(`${stand.url}?${query}`, await sign(claims));

const announce = (user: string, status: 'available' | 'away' | 'busy') => {
  presence.connected(user, `${user}'s phone`);
  presence.announced(user, `${user}'s phone`, {status, inCall: false});
  // So that the next one is told, too.
  clock.pass(500);
};

test('what can be nobody’s id is unknown, and nobody is asked about it', async () => {
  const reader = await watch('user=%0Asecret&user=broken%E2%80%AE');
  for (const user of ['\nsecret', 'broken\u202e']) {
    const {data} = await reader.events.find(({data: {user: id}}) => id === user);
    assert.equal(data.presence, 'unknown');
  }
  reader.close();
});

test('a stranger is refused, with the reason', async () => {
  const answer = await fetch(stand.url);
  assert.equal(answer.status, 401);
  assert.equal(((await answer.json()) as {code: string}).code, 'token-missing');
});

test('each person is told once, and again at each change', async () => {
  announce('bob', 'available');
  const reader = await watch('user=bob&user=carol&user=bob');
  await reader.events.atLeast(2);
  announce('carol', 'busy');
  announce('bob', 'available');
  announce('bob', 'away');
  const events = await reader.events.atLeast(4);
  reader.close();
  assert.deepEqual(
    events.map(({event, data}) => [event, data['user'], data['presence']]),
    [
      ['presence', 'bob', 'available'],
      ['presence', 'carol', 'offline'],
      ['presence', 'carol', 'busy'],
      ['presence', 'bob', 'away'],
    ],
  );
});

test('whom one may not see is unknown, once and for good; a hook that fails means no', async () => {
  const reader = await watch('user=secret&user=broken&user=dora');
  await reader.events.atLeast(3);
  announce('secret', 'available');
  announce('broken', 'available');
  announce('dora', 'available');
  const events = await reader.events.atLeast(4);
  reader.close();
  const told = events.map(({data}) => `${data['user']} ${data['presence']}`);
  assert.deepEqual(told.sort(), ['broken unknown', 'dora available', 'dora offline', 'secret unknown']);
});

test('the answer is a stream that no proxy keeps back, with comments in it, and says when to come again', async () => {
  const reader = await watch('');
  assert.equal(reader.response.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.equal(reader.response.headers['x-accel-buffering'], 'no');
  assert.equal(reader.response.headers['cache-control'], 'no-store, no-transform');
  const [retry = '', ...comments] = await reader.others.atLeast(3);
  assert.match(retry, /^retry: \d{4}$/);
  assert.deepEqual(comments.slice(0, 2), [':', ':']);
  reader.close();
});

test('a page reads it by fetch', async () => {
  const abort = new AbortController();
  const headers = {Authorization: `Bearer ${await sign({sub: 'alice'})}`};
  const {body} = await fetch(`${stand.url}?user=bob`, {headers, signal: abort.signal});
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('"bob"')) text += (await reader?.read())?.value;
  assert.match(text, /event: presence\ndata: \{"user":"bob","presence":"\w+"\}\n\n/);
  abort.abort();
});

test('a changed setting is told by name and version; what only administrators may read, to them only', async () => {
  const [reader, admin] = [await watch(''), await watch('', {sub: 'root', admin: true})];
  await stand.settings.read('twilio');
  await stand.settings.read('connectors');
  await stand.settings.write('twilio', 0, {accountSid: `AC${'0'.repeat(32)}`, authToken: '0'.repeat(32), enabled: false}, 'root');
  await stand.settings.write('connectors', 0, [], 'root');
  const settings = (name: string, version: number) => ({event: 'settings', data: {name, version}});
  assert.deepEqual(await admin.events.atLeast(2), [settings('twilio', 1), settings('connectors', 1)]);
  assert.deepEqual(await reader.events.atLeast(1), [settings('connectors', 1)]);
  reader.close();
  admin.close();
});

test('more users than a page can show are refused', async () => {
  const headers = {Authorization: `Bearer ${await sign({sub: 'alice'})}`};
  const users = (count: number) => Array.from({length: count}, (_, n) => `user=u${n}`).join('&');
  const answer = await fetch(`${stand.url}?${users(201)}`, {headers});
  assert.deepEqual([answer.status, ((await answer.json()) as {code: string}).code], [400, 'too-many-users']);
  const reader = await watch(users(200));
  assert.equal((await reader.events.atLeast(200)).length, 200);
  reader.close();
});

test('a person has a bounded number of streams, and each that closes makes room', async () => {
  const claims = {sub: 'many'};
  const readers = await Promise.all(Array.from({length: 20}, () => watch('', claims)));
  assert.deepEqual(readers.map(({response}) => response.statusCode), Array(20).fill(200));
  const refused = await watch('', claims);
  assert.equal(refused.response.statusCode, 429);
  readers[0]?.close();
  for (;;) {
    const again = await watch('', claims);
    if (again.response.statusCode === 200) break;
  }
  for (const reader of readers) reader.close();
});

test('open streams are counted, and their length is not taken for the time of an answer', async () => {
  const count = async () => Number(/^call_elements_event_streams (\d+)$/m.exec(await metrics.text())?.[1]);
  const reader = await watch('user=bob', {sub: 'somebody who counts'});
  const before = await count();
  assert.ok(before > 0);
  reader.close();
  while ((await count()) >= before) await turn();
  assert.doesNotMatch(await metrics.text(), /route="\/events",status="200"/);
});

test('when the token is over, so is the stream', async () => {
  const reader = await watch('user=bob', {sub: 'alice', exp: inSeconds(2)});
  await reader.events.atLeast(1);
  await reader.closed;
  assert.equal(reader.response.complete, true);
});

test('a reader that does not read is cut, and one beside it is not', async () => {
  const name = 'x'.repeat(128);
  const [lazy, eager] = [await watch(`user=${name}`), await watch(`user=${name}`, {sub: 'eager'})];
  lazy.response.pause();
  const cut = new Promise<void>((resolve) => {
    stand.server.getConnections((_, before) => {
      const look = (): void => {
        stand.server.getConnections((_, now) => (now < before ? resolve() : setImmediate(look)));
      };
      look();
    });
  });
  let isCut = false;
  void cut.then(() => (isCut = true));
  for (let n = 0; !isCut; n += 1) {
    for (let m = 0; m < 100; m += 1) announce(name, m % 2 ? 'away' : 'available');
    await turn();
  }
  assert.equal(eager.response.destroyed, false);
  announce(name, 'busy');
  await eager.events.find(({data}) => data['presence'] === 'busy');
  lazy.close();
  eager.close();
});

test('all streams end when the server closes', async () => {
  const readers = [await watch('user=bob'), await watch('')];
  void answers.end(AbortSignal.timeout(5000));
  // Nobody may write to a stream that has ended.
  announce('bob', 'busy');
  announce('bob', 'away');
  await Promise.all(readers.map(({closed}) => closed));
  assert.deepEqual(readers.map(({response}) => response.complete), [true, true]);
});

test('whoever asks only for the head of a stream gets it, and holds none', async () => {
  const response = await fetch(stand.url, {method: 'HEAD', headers: {Authorization: `Bearer ${await sign({sub: 'alice'})}`}});
  assert.equal(response.status, 200);
  assert.match(response.headers.get('Content-Type') ?? '', /^text\/event-stream/);
});
