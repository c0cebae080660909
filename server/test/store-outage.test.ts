import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, beforeEach, describe, mock, test} from 'node:test';
import {createLoneBus} from '../src/bus/bus.js';
import {createCallServer} from '../src/call-server.js';
import {readConfig} from '../src/config/read-config.js';
import {createIceService} from '../src/ice/create-ice-service.js';
import {createMetrics} from '../src/metrics.js';
import {createPermissions, withPolicy} from '../src/permissions.js';
import {peerNameOf} from '../src/signalling/connection-id.js';
import {createCallLog} from '../src/store/call-log.js';
import {callRoutes} from '../src/store/call-routes.js';
import type {Database} from '../src/store/database.js';
import {openDatabase} from '../src/store/open-database.js';
import {createSettings} from '../src/store/settings.js';
import type {Settings} from '../src/store/settings.js';
import {settingsRoutes} from '../src/store/settings-routes.js';
import {createWriteQueue} from '../src/store/write-queue.js';
import {PipeClient} from './helpers/pipe-client.js';
import {NO_POSTGRESQL, RealPostgresql} from './helpers/real-postgresql.js';
import {serveRoutes} from './helpers/rest.js';
import {SECRET, TOKENS} from './helpers/sign.js';
import {createTestLog} from './helpers/test-log.js';

describe('a PostgreSQL that goes in mid-run', {skip: NO_POSTGRESQL}, () => {
  let postgresql: RealPostgresql;
  let database: Database;
  before(async () => {
    postgresql = await RealPostgresql.start();
  });
  beforeEach(async () => {
    database = await openDatabase({url: await postgresql.createDatabase()}, createTestLog().log);
  });
  after(() => postgresql.end());

  const ringOn = (observe: ReturnType<typeof createCallLog>['observe']): void => {
    const message = {v: 1, call: randomUUID(), from: {user: 'a', endpoint: 'e'}, to: {user: 'b'}, seq: 0, ack: 0, type: 'ring', body: {media: 'audio'}};
    observe({sender: {id: 'a', name: 'a', avatar: '', isAdmin: false, expiresAt: 0}, to: 'b', message});
  };

  test('calls are kept up to a bound and written when it is back; one line tells of it, one of the end', async () => {
    const {log, lines} = createTestLog();
    const callLog = createCallLog(database, log, {mostWaiting: 250});
    ringOn(callLog.observe);
    await callLog.settled();
    await postgresql.stop();
    const begun = performance.now();
    for (let index = 0; index < 1000; index += 1) ringOn(callLog.observe);
    assert(performance.now() - begun < 500, 'nobody waits');
    assert.equal(callLog.lost, 750);
    await assert.rejects(callLog.page({limit: 1}), {code: 'store-unavailable'});
    await lines.atLeast(1);
    await postgresql.start();
    await callLog.settled();
    assert.deepEqual(await database.query('select count(*)::integer as count from call_elements.calls'), [{count: 251}]);
    assert.deepEqual(lines.items.map((line) => (line as {level?: unknown}).level), ['warn', 'info']);
    await callLog.close();
    await database.close();
  });

  test('a server that stops meanwhile is not held up by what it cannot write', async () => {
    const callLog = createCallLog(database, createTestLog().log);
    await postgresql.stop();
    for (let index = 0; index < 1000; index += 1) ringOn(callLog.observe);
    await callLog.close();
    assert.equal(callLog.lost, 1000);
    await database.close();
    await postgresql.start();
  });

  test('endpoints say 503 and a way out, what was read before stays in force, and all is well when it is back', async () => {
    const {log} = createTestLog();
    const callLog = createCallLog(database, log);
    const settings = createSettings(database, createLoneBus(), log);
    const rest = await serveRoutes((guards) => [settingsRoutes(settings, guards), callRoutes(callLog, guards)]);
    await rest.put('root', '/settings/policy', {version: 0, value: {ringTimeout: 30}});
    await postgresql.stop();
    for (const answer of [
      await rest.get('root', '/calls'),
      await rest.get('root', '/settings/twilio'),
      await rest.put('root', '/settings/policy', {version: 1, value: {ringTimeout: 20}}),
    ]) {
      assert.deepEqual([answer.status, answer.body.code], [503, 'store-unavailable']);
      assert.match(answer.body.message, /try again/);
    }
    assert.equal((await rest.get('alice', '/settings/policy')).body.value.ringTimeout, 30);
    await postgresql.start();
    assert.equal((await rest.put('root', '/settings/policy', {version: 1, value: {ringTimeout: 20}})).status, 200);
    assert.equal((await rest.get('root', '/calls')).status, 200);
    await rest.close();
    await callLog.close();
    await database.close();
  });
});

describe('a whole server whose database goes', {skip: NO_POSTGRESQL}, () => {
  const serve = async (url: string) => {
    const config = readConfig({TOKEN_SECRET: SECRET, TOKEN_ISSUER: TOKENS.issuer, PORT: '0', DATABASE_URL: url});
    return createCallServer({config, log: createTestLog().log});
  };
  let postgresql: RealPostgresql;
  before(async () => {
    postgresql = await RealPostgresql.start();
  });
  after(() => postgresql.end());

  test('lets people call, even if it goes before the first of them does, and says what it misses', async () => {
    const server = await serve(await postgresql.createDatabase());
    const [alice, bob] = await Promise.all(['alice', 'bob'].map((user) => PipeClient.open(server, user))) as [PipeClient, PipeClient];
    await postgresql.stop();
    await bob.about(alice.write('bob', 'ring'));
    const ready = await fetch(`${server.url}ready`);
    assert.deepEqual([ready.status, await ready.json()], [200, {ready: true, missing: ['database']}]);
    await server.close();
    await postgresql.start();
  });

  test('is not held up by one that is silent when it ends', async () => {
    const server = await serve(await postgresql.createDatabase());
    const [alice, bob] = await Promise.all(['alice', 'bob'].map((user) => PipeClient.open(server, user))) as [PipeClient, PipeClient];
    postgresql.fallSilent();
    const call = randomUUID();
    alice.offer(peerNameOf('bob'), {endpoint: 'e', message: {v: 1, call, type: 'ring', from: {endpoint: 'e'}, to: {}, body: {media: 'audio'}}});
    await bob.about(call);
    const begun = performance.now();
    await server.close();
    const seconds = (performance.now() - begun) / 1000;
    assert(seconds > 8 && seconds < 12, `the call log waits for fifteen seconds, and Docker for ten: ${seconds}`);
    postgresql.speakAgain();
  });
});

describe('a PostgreSQL that is silent, and refuses nothing', {skip: NO_POSTGRESQL}, () => {
  const alice = {id: 'alice', name: 'Alice', avatar: '', isAdmin: false, expiresAt: 0};
  let postgresql: RealPostgresql;
  let database: Database;
  before(async () => {
    postgresql = await RealPostgresql.start();
    database = await openDatabase({url: await postgresql.createDatabase()}, createTestLog().log);
  });
  after(async () => {
    postgresql.speakAgain();
    await database.close();
    await postgresql.end();
  });

  test('stops no call: what was read last stays in force at once, and what is newer counts when it speaks again', async () => {
    const {log} = createTestLog();
    const config = {twilio: undefined, turn: undefined, iceServers: []};
    const [mine, theirs] = [createLoneBus(), createLoneBus()].map((bus) => createSettings(database, bus, log)) as [Settings, Settings];
    const permissions = createPermissions(withPolicy({}, mine), log);
    const ice = createIceService({config, settings: mine, log, metrics: createMetrics()});
    await theirs.write('ice-servers', 0, [{urls: 'stun:saved.example'}], 'root');
    await mine.load();
    const before = await ice.answer(alice);
    assert.equal(before.source, 'list');

    mock.timers.enable({apis: ['Date'], now: Date.now()});
    mock.timers.tick(11_000);
    postgresql.fallSilent();
    const begun = performance.now();
    assert.equal(await permissions.mayCall(alice, 'bob'), true);
    assert.deepEqual(await ice.answer(alice), before);
    assert(performance.now() - begun < 1500, 'a page gives up after three seconds');
    mock.timers.reset();

    postgresql.speakAgain();
    await theirs.write('policy', 0, {mayCall: 'nobody'}, 'root');
    mock.timers.enable({apis: ['Date'], now: Date.now() + 22_000});
    assert.equal(await permissions.mayCall(alice, 'bob'), false);
    mock.timers.reset();
    ice.close();
  });
});

test('what the database refuses for good is lost alone with its batch, counted, and the rest goes on', async () => {
  const {log, lines} = createTestLog();
  const written: number[] = [];
  const write = async (items: readonly number[]): Promise<void> => {
    if (items.includes(13)) throw new Error('refused');
    written.push(...items);
  };
  const queue = createWriteQueue(write, log);
  for (let index = 0; index < 250; index += 1) queue.add(index);
  await queue.settled();
  assert.deepEqual([written.length, queue.lost, queue.length, lines.items.length], [150, 100, 0, 2]);
});
