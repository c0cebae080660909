import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, beforeEach, test} from 'node:test';
import {createCallLog} from '../src/store/call-log.js';
import type {CallLog} from '../src/store/call-log.js';
import {callRoutes} from '../src/store/call-routes.js';
import {onEachDatabase} from './helpers/databases.js';
import {serveRoutes} from './helpers/rest.js';
import {createTestLog} from './helpers/test-log.js';

onEachDatabase('the REST contract of the call log', (database) => {
  let rest: Awaited<ReturnType<typeof serveRoutes>>;
  let callLog: CallLog;
  let now = Date.parse('2026-11-20T10:00:00.000Z');

  const ring = (from: string, to: string): void => {
    now += 1;
    const message = {v: 1, call: randomUUID(), from: {user: from, endpoint: 'page'}, to: {user: to}, seq: 0, ack: 0, type: 'ring', body: {media: 'audio'}};
    callLog.observe({sender: {id: from, name: from, avatar: '', isAdmin: false, expiresAt: 0}, to, message});
  };

  before(async () => {
    callLog = createCallLog(database(), createTestLog().log, {now: () => now});
    rest = await serveRoutes((guards) => [callRoutes(callLog, guards)]);
  });
  after(async () => {
    await rest.close();
    await callLog.close();
  });
  beforeEach(async () => {
    for (const [from, to] of [['alice', 'bob'], ['bob', 'carol'], ['carol', 'alice'], ['dave', 'carol']] as const) ring(from, to);
    await callLog.settled();
  });

  const pairs = async (user: string, query = '') =>
    (await rest.get(user, `/calls${query}`)).body.calls.map(({caller, callee}: Record<string, string>) => `${caller}-${callee}`);

  test('people see their own calls, the newest first; administrators see all, or those of one person', async () => {
    assert.deepEqual(await pairs('alice'), ['carol-alice', 'alice-bob']);
    assert.deepEqual(await pairs('alice', '?user=alice'), ['carol-alice', 'alice-bob']);
    assert.deepEqual(await pairs('root'), ['dave-carol', 'carol-alice', 'bob-carol', 'alice-bob']);
    assert.deepEqual(await pairs('root', '?user=bob'), ['bob-carol', 'alice-bob']);
    assert.deepEqual(await pairs('erin'), []);
  });

  test('others’ calls are refused, and strangers are', async () => {
    const {status, body} = await rest.get('alice', '/calls?user=bob');
    assert.deepEqual([status, body.code], [403, 'not-yours']);
    assert.equal((await rest.get('', '/calls')).status, 401);
  });

  test('page by page with what the answer calls next', async () => {
    const first = await rest.get('root', '/calls?limit=3');
    assert.equal(first.body.calls.length, 3);
    const second = await rest.get('root', `/calls?limit=3&before=${encodeURIComponent(first.body.next)}`);
    assert.equal(second.body.calls.length, 1);
    assert.equal(second.body.next, null);
    assert.equal((await rest.get('root', '/calls?limit=4')).body.next, null);
  });

  test('questions from hell are 400, with the place of the problem', async () => {
    for (const [query, path] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=1.5', 'limit'],
      ['limit=', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['limit[a]=1', 'limit'],
      ['before=', 'before'],
      ['before=yesterday', 'before'],
      [`before=2026-11-20T10:00:00.000Z_' or 1=1`, 'before'],
      [`before=2026-11-20T10:00:00.000Z_${randomUUID()}_x`, 'before'],
      [`before=9999-99-99T10:00:00.000Z_${randomUUID()}`, 'before'],
      [`before=0000-01-01T00:00:00.000Z_${randomUUID()}`, 'before'],
      ['user=', 'user'],
      ['user[]=alice', 'user'],
      ['user=a%00b', 'user'],
    ] as const) {
      const {status, body} = await rest.get('root', `/calls?${query}`);
      assert.deepEqual([status, body.code], [400, 'value-invalid'], query);
      assert.equal(body.problems[0].path.split('.')[0], path);
    }
  });
});
