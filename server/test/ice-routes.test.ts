import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, beforeEach, describe, it} from 'node:test';
import express from 'express';
import {createLoneBus} from '../src/bus/bus.js';
import {createGuards} from '../src/http/create-guards.js';
import {answerErrors} from '../src/http/error-answers.js';
import {askTwilio} from '../src/ice/ask-twilio.js';
import {createIceService} from '../src/ice/create-ice-service.js';
import type {IceServiceOptions} from '../src/ice/create-ice-service.js';
import {iceRoutes} from '../src/ice/ice-routes.js';
import {RefusedError} from '../src/identity/identity.js';
import {createMetrics} from '../src/metrics.js';
import {openDatabase} from '../src/store/open-database.js';
import {createSettings} from '../src/store/settings.js';
import {openLog} from './helpers/open-log.js';
import {ACCOUNT_SID, AUTH_TOKEN, TWILIO_SERVERS, openTwilio, refusal} from './helpers/twilio-stand-in.js';

const OTHER_SID = 'ACffffffffffffffffffffffffffffffff';
const OTHER_TOKEN = 'deadbeefdeadbeefdeadbeefdeadbeef';
const twilio = {accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN};
const turn = {urls: ['turn:turn.example.org:3478'], secret: 'north-of-the-wall', ttl: 600};
const iceServers = [{urls: 'stun:stun.example.org:3478', enabled: true}];

/** Who a token belongs to is no matter of these tests: it is the name itself. */
const identity = {
  async verify(token?: string) {
    if (!token) throw new RefusedError('token-missing');
    return {id: token, name: token, avatar: '', isAdmin: token === 'root', expiresAt: Infinity};
  },
};

describe('the routes of ICE', () => {
  const {log, lines} = openLog();
  const said: string[] = [];
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let stand: Awaited<ReturnType<typeof openTwilio>>;
  let settings: ReturnType<typeof createSettings>;

  before(async () => {
    database = await openDatabase({}, log);
    stand = await openTwilio();
    // What loads with the first question is no part of any answer's time.
    await askTwilio(twilio, stand.httpClient);
  });
  beforeEach(async () => {
    stand.behave();
    await database.query('delete from call_elements.settings');
    settings = createSettings(database, createLoneBus(), log);
  });
  after(async () => {
    await Promise.all([database.close(), stand.close()]);
    const everything = [...said, ...lines].join('\n');
    for (const secret of [ACCOUNT_SID, AUTH_TOKEN, OTHER_SID, OTHER_TOKEN, turn.secret]) assert.ok(!everything.includes(secret));
  });

  /** A server with these routes only, and how to ask it as somebody. */
  const serve = async (test: {after(fn: () => unknown): void}, config: Partial<IceServiceOptions['config']>, more = {}) => {
    const metrics = createMetrics();
    const options = {config: {iceServers: [], ...config}, settings, log, metrics, httpClient: stand.httpClient, ...more};
    const ice = createIceService(options);
    const guards = createGuards({identity, requestsPerMinute: 1000});
    const app = express().use(express.json(), iceRoutes(ice, guards), answerErrors(log));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    test.after(async () => {
      ice.close();
      said.push(await metrics.text());
      server.close();
      server.closeAllConnections();
    });
    const ask = async (user: string, path: string, body?: unknown) => {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {...(user && {authorization: `Bearer ${user}`}), 'content-type': 'application/json'},
        ...(body !== undefined && {body: JSON.stringify(body)}),
      });
      const text = await response.text();
      said.push(text, JSON.stringify([...response.headers]));
      return {status: response.status, body: JSON.parse(text)};
    };
    return Object.assign(ask, {metrics: () => metrics.text()});
  };

  it('give servers to whoever is signed in', async (test) => {
    const ask = await serve(test, {twilio, turn, iceServers});
    const {status, body} = await ask('alice', '/ice');
    assert.equal(status, 200);
    assert.deepEqual(body, {iceServers: TWILIO_SERVERS, ttl: body.ttl, source: 'twilio'});
    assert.ok(body.ttl > 3590 && body.ttl <= 3600, 'what remains of an hour');
    assert.deepEqual(await ask('', '/ice').then(({status, body}) => [status, body.code]), [401, 'token-missing']);
  });

  it('tell nobody but administrators what is in use and why', async (test) => {
    const ask = await serve(test, {twilio, turn});
    stand.behave(refusal(401, 20003));
    assert.equal((await ask('alice', '/ice/status')).status, 403);
    assert.equal((await ask('alice', '/settings/twilio/test', {})).status, 403);
    assert.ok(!('failures' in (await ask('alice', '/ice')).body));
    const {body} = await ask('root', '/ice');
    assert.deepEqual(body.failures.map(({source, code}: Record<string, string>) => [source, code]), [['twilio', 'twilio-refused']]);
    const status = await ask('root', '/ice/status');
    assert.equal(status.body.source, 'coturn');
    assert.deepEqual(
      status.body.sources.map(({source, state, code}: Record<string, string>) => [source, state, code]),
      [['twilio', 'paused', 'twilio-refused'], ['coturn', 'ready', undefined], ['list', 'off', undefined]],
    );
  });

  it('count a failure for each answer that it spoiled, and none for a look at the status', async (test) => {
    const ask = await serve(test, {twilio, turn});
    stand.behave(refusal(401, 20003));
    await ask('alice', '/ice');
    await ask('root', '/ice/status');
    assert.match(await ask.metrics(), /^call_elements_ice_failures_total\{source="twilio",code="twilio-refused"\} 1$/m);
  });

  it('give the list where nothing better is configured, and say so where there is nothing', async (test) => {
    const ask = await serve(test, {iceServers});
    assert.deepEqual((await ask('alice', '/ice')).body, {iceServers: [{urls: 'stun:stun.example.org:3478'}], ttl: 600, source: 'list'});
    await settings.write('ice-servers', 0, [], 'root');
    assert.deepEqual((await ask('alice', '/ice')).body, {iceServers: [], ttl: 30, source: 'none'});
  });

  it('give each person credentials of their own, in which nobody can read who it is', async (test) => {
    const ask = await serve(test, {turn});
    const [alice, again, bob] = await Promise.all(['alice', 'alice', 'bob'].map(async (user) => (await ask(user, '/ice')).body));
    assert.equal(alice.source, 'coturn');
    assert.equal(alice.ttl, 600);
    const owner = ({iceServers: [server]}: {iceServers: {username: string}[]}) => server?.username.split(':')[1];
    assert.match(alice.iceServers[0].username, /^\d{10}:[\w-]{16}$/);
    assert.equal(owner(alice), owner(again), 'coturn counts by owner');
    assert.notEqual(owner(alice), owner(bob));
  });

  it('use what an administrator saves at once: an account, a list, and that Twilio is switched off', async (test) => {
    const ask = await serve(test, {iceServers});
    const source = async () => (await ask('alice', '/ice')).body.source;
    assert.equal(await source(), 'list');
    await settings.write('twilio', 0, {...twilio, enabled: true}, 'root');
    assert.equal(await source(), 'twilio');
    await settings.write('twilio', 1, {accountSid: OTHER_SID, authToken: OTHER_TOKEN, enabled: true}, 'root');
    assert.equal(await source(), 'list', 'what was kept of the other account is not given');
    await settings.write('twilio', 2, {...twilio, enabled: true}, 'root');
    assert.equal(await source(), 'twilio', 'the failures of the other account do not count');
    await settings.write('twilio', 3, {...twilio, enabled: false}, 'root');
    assert.equal(await source(), 'list');
    const off = (await ask('root', '/ice/status')).body.sources[0];
    assert.deepEqual(off, {source: 'twilio', state: 'off', from: 'settings', message: 'Twilio is switched off.'});
    const rows = [
      {urls: 'stun:b.example', enabled: true},
      {urls: 'stun:c.example', enabled: false},
      {urls: 'stun:a.example', enabled: true},
    ];
    await settings.write('ice-servers', 0, rows, 'root');
    assert.deepEqual((await ask('alice', '/ice')).body.iceServers, [{urls: 'stun:b.example'}, {urls: 'stun:a.example'}]);
  });

  it('test the stored credentials, and others before they are saved', async (test) => {
    const ask = await serve(test, {});
    const tested = async (body: unknown) => (await ask('root', '/settings/twilio/test', body)).body;
    assert.equal((await tested({})).code, 'twilio-missing');
    assert.equal((await tested(twilio)).ok, true);
    assert.equal((await tested({...twilio, authToken: OTHER_TOKEN})).code, 'twilio-refused');
    await settings.write('twilio', 0, {...twilio, enabled: false}, 'root');
    const stored = await tested({});
    assert.deepEqual(Object.keys(stored), ['ok', 'ms']);
    assert.equal((await tested({accountSid: ACCOUNT_SID, authToken: ''})).ok, true, 'an empty field means the stored one');
    assert.equal((await tested({accountSid: OTHER_SID})).code, 'twilio-refused');
    assert.equal((await tested({accountSid: '../../etc'})).code, 'twilio-missing');
    for (const authToken of [7, {length: {toString: 1}}]) {
      assert.equal((await ask('root', '/settings/twilio/test', {authToken})).body.code, 'body-invalid');
    }
  });
});
