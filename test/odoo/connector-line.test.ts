import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {createAdapterTransport} from '../../src/connectors/odoo/adapter-transport.js';
import type {OdooAdapter} from '../../src/connectors/odoo/odoo-adapter.js';
import type {OdooTransport} from '../../src/connectors/odoo/odoo-transport.js';
import {setOdooAdapter} from '../../src/core.js';
import {createOdooConnector} from '../../src/connectors/odoo/odoo-connector.js';
import {CallError} from '../../src/types/call-error.js';
import {DEFAULT_CONFIGURATION} from '../../src/types/configuration.js';
import {openPage} from './helpers/odoo-page.js';
import type {Page} from './helpers/odoo-page.js';
import {adapterOf, httpTransport} from './helpers/odoo-ways.js';
import {OdooError, sessionExpired} from './stand-in/odoo-error.js';
import type {Person} from './stand-in/people.js';
import {startOdoo} from './stand-in/start-odoo.js';
import type {StandInOdoo} from './stand-in/start-odoo.js';

console.debug = () => undefined;
console.warn = () => undefined;

describe('The line to Odoo', () => {
  let odoo: StandInOdoo;
  const pages: Page[] = [];

  beforeEach(async () => (odoo = await startOdoo()));
  afterEach(async () => {
    await Promise.all(pages.splice(0).map(({connector}) => connector.close()));
    await odoo.close();
  });

  const arrive = (person: Person, transport?: OdooTransport, user?: string): Page => {
    const page = openPage(odoo, person, transport, user);
    pages.push(page);
    return page;
  };
  const open = async (person: Person): Promise<Page> => {
    const page = arrive(person);
    await page.opened;
    return page;
  };
  const refusalOf = (opened: Promise<void>): Promise<string> => opened.then(() => 'opened', (error: unknown) => (error instanceof CallError ? error.code : String(error)));

  it('somebody else is signed in than user-id says, or nobody: refused', async () => {
    const page = arrive(odoo.alice, undefined, 'partner:8');
    assert.equal(await refusalOf(page.opened), 'signaling-refused');
    await (await open(odoo.bob)).ring('partner:7');
    await pause(100);
    assert.deepEqual(page.heard, [], 'what is for the other one does not ring here');
    assert.equal(await refusalOf(arrive(odoo.alice, httpTransport(odoo, undefined)).opened), 'signaling-refused');
  });

  it('the addon is not there: said so', async () => {
    odoo.troubles.answer = (path) => (path.startsWith('/mobile_webrtc/') ? {status: 404, type: 'text/html', body: '<h1>Not Found</h1>'} : undefined);
    assert.equal(await refusalOf(arrive(odoo.alice).opened), 'connector-failed');
  });

  it('a guest has a line, too', async () => {
    const guest = odoo.people.addGuest('Visitor');
    odoo.people.addChannel('chat', guest, odoo.bob);
    const [visitor, bob] = [await open(guest), await open(odoo.bob)];
    const call = await bob.ring('guest:1');
    assert.deepEqual((await visitor.hears('ring', call)).from.user, 'partner:8');
    await visitor.send(call, {user: 'partner:8', endpoint: bob.endpoint}, 'ringing', {}, 1);
    assert.equal((await bob.hears('ringing', call)).from.user, 'guest:1');
  });

  it('knows what the admin decided, and vouches for who people are', async () => {
    odoo.world.policy.ip_privacy = 'always';
    odoo.calls.ringTimeout = 20;
    const {connector} = await open(odoo.alice);
    const policy = {mayCall: true, ringTimeout: 20, ipPrivacy: 'always', ringWhileDoNotDisturb: false};
    assert.deepEqual({...connector.capabilities}, {identity: 'verified', presence: true, ice: true, maxBytes: 80_000, policy});
  });

  it('gets ICE servers with their life, or the word that there are none', async () => {
    const {connector} = await open(odoo.alice);
    assert.deepEqual(await connector.iceServers(), {iceServers: [], ttl: 86_400, source: 'none'});
    odoo.world.iceServers = [{urls: 'turn:turn.example', username: 'u', credential: 'c'}];
    assert.deepEqual(await connector.iceServers(), {iceServers: odoo.world.iceServers, ttl: 86_400});
  });

  it('whoever may not call, or not call them, is refused that call, and rings again', async () => {
    const alice = await open(odoo.alice);
    await alice.ring('channel:99').catch(() => undefined);
    odoo.world.policy.may_call = false;
    await alice.ring('partner:8').catch(() => undefined);
    assert.equal(alice.refused.length, 2);
    odoo.world.policy.may_call = true;
    await alice.ring('partner:8');
    assert.equal(alice.refused.length, 2);
  });

  it('a start that does not get through is no refusal: it is tried again', async () => {
    const alice = await open(odoo.alice);
    odoo.troubles.answer = (path) => (path.endsWith('/start') ? new OdooError('psycopg2.errors.SerializationFailure', 'again') : undefined);
    await assert.rejects(alice.ring('partner:8'), {code: 'signaling-lost'});
    odoo.troubles.answer = () => undefined;
    assert.deepEqual(alice.refused, []);
    await alice.ring('partner:8');
  });

  it('how people are: asked once for all, then told; unknown while there is no line', async () => {
    const alice = await open(odoo.alice);
    const told: string[] = [];
    const stops = ['partner:8', 'partner:9', 'channel:3'].map((user) => alice.connector.presence(user, (presence) => told.push(`${user} ${presence}`)));
    const has = async (word: string): Promise<void> => {
      for (let count = 0; count < 300 && !told.includes(word); count += 1) await pause(10);
      assert.ok(told.includes(word), `${word}: in vain, after ${told.join(', ')}`);
    };
    await has('partner:8 offline');
    assert.equal(odoo.asked.filter(({path}) => path.endsWith('/presence')).length, 1);
    const bob = await open(odoo.bob);
    await has('partner:8 available');
    stops[0]?.();
    told.length = 0;
    await bob.connector.close();
    odoo.sockets.closeAll(1001, '', odoo.alice);
    await has('partner:9 unknown');
    await has('partner:9 offline');
    assert.deepEqual(told.filter((word) => !word.startsWith('partner:9')), []);
  });

  it('the socket is closed by age, by a restart, by too much: it comes back, and what rang meanwhile rings', async () => {
    const bob = await open(odoo.bob);
    for (const code of [4002, 1001]) {
      const before = bob.statuses.length;
      odoo.sockets.closeAll(code);
      const call = odoo.calls.start(odoo.alice, 'partner:8', 'audio', {client: 'page'});
      await bob.hears('ring', call.id);
      assert.deepEqual(bob.statuses.slice(before), ['signaling-lost', 'online'], String(code));
    }
  });

  it('a call that was over meanwhile falls silent', async () => {
    const bob = await open(odoo.bob);
    const call = odoo.calls.start(odoo.alice, 'partner:8', 'audio', {client: 'page'});
    await bob.hears('ring', call.id);
    odoo.sockets.cut();
    Object.assign(call, {status: 'ended', endReason: 'cancelled'});
    assert.equal((await bob.hears('end', call.id)).body['reason'], 'cancelled');
  });

  it('the person signs out: said once, and nothing is sent any more', async () => {
    const bob = await open(odoo.bob);
    odoo.troubles.answer = sessionExpired;
    odoo.sockets.closeAll(4001);
    await bob.until('the refusal', () => bob.statuses.includes('signaling-refused'));
    await pause(100);
    assert.deepEqual(bob.statuses, ['online', 'signaling-refused']);
    await assert.rejects(bob.ring('partner:7'), {code: 'signaling-lost'});
  });

  it('the person signs out, which only a request notices, and in again: goes on when they come back to the page', async () => {
    const transport = httpTransport(odoo, odoo.bob);
    const bob = arrive(odoo.bob, transport);
    await bob.opened;
    odoo.troubles.answer = sessionExpired;
    await assert.rejects(bob.ring('partner:7'), {code: 'signaling-refused'});
    assert.deepEqual(bob.statuses, ['online', 'signaling-refused']);
    odoo.troubles.answer = () => undefined;
    transport.hurry?.();
    await bob.until('to be back', () => bob.statuses.at(-1) === 'online');
    await bob.ring('partner:7');
  });

  it('Odoo was updated: the new version is asked for, and used', async () => {
    const bob = await open(odoo.bob);
    odoo.world.version = '18.0-6';
    odoo.sockets.closeAll(1001);
    await bob.until('to be back', () => bob.statuses.filter((status) => status === 'online').length === 2, 8000);
  });

  it('last words go although the bus does not carry', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    const call = await alice.ring('partner:8');
    await bob.hears('ring');
    odoo.sockets.closeAll(1001, '', odoo.alice);
    await alice.until('to be offline', () => alice.statuses.includes('signaling-lost'));
    await alice.send(call, {user: 'partner:8'}, 'end', {reason: 'cancelled'});
    await bob.hears('end');
  });

  it('is closed: whatever waits is let go, and nothing comes in', async () => {
    const [alice, bob] = [await open(odoo.alice), await open(odoo.bob)];
    await bob.connector.close();
    await bob.connector.close();
    await alice.ring('partner:8');
    await pause(100);
    assert.deepEqual([bob.heard, [...odoo.sockets.open].length], [[], 1]);
  });
});

describe('The backend’s own ways', () => {
  it('are used where they were handed over: no socket, and no request, of our own', async () => {
    const odoo = await startOdoo();
    const adapter = adapterOf(odoo, odoo.bob);
    const rpc: string[] = [];
    setOdooAdapter({...adapter, rpc: (route, params) => (rpc.push(route), adapter.rpc(route, params))});
    const connector = createOdooConnector({...DEFAULT_CONFIGURATION, userId: 'partner:8'});
    setOdooAdapter(undefined);
    await connector.open({user: 'partner:8', endpoint: 'page', name: '', avatar: ''}, {message: () => undefined, status: () => undefined}, new AbortController().signal);
    assert.deepEqual([rpc, odoo.sockets.open.size], [['/mobile_webrtc/hello'], 1]);
    await connector.close();
    adapter.close();
    await odoo.close();
  });

  it('are left as they were found', () => {
    const left = {subscriptions: 0, events: 0, channels: 0};
    const count = (what: keyof typeof left, by: number) => (): void => void (left[what] += by);
    const adapter: OdooAdapter = {
      rpc: async () => undefined,
      subscribe: count('subscriptions', 1),
      unsubscribe: count('subscriptions', -1),
      addChannel: count('channels', 1),
      deleteChannel: count('channels', -1),
      addEventListener: count('events', 1),
      removeEventListener: count('events', -1),
      isConnected: () => false,
    };
    const transport = createAdapterTransport(adapter);
    const stop = transport.listen({notification: () => undefined, online: () => undefined, offline: () => undefined});
    const unwatch = transport.watch('odoo-presence-res.partner_8');
    assert.deepEqual(left, {subscriptions: 5, events: 4, channels: 1});
    stop();
    unwatch();
    assert.deepEqual(left, {subscriptions: 0, events: 0, channels: 0});
  });

  it('fail as ours: by code, and without what the server wrote', async () => {
    const error = Object.assign(new Error('Odoo Server Error'), {code: 200, data: {name: 'odoo.exceptions.AccessError', debug: 'Traceback'}});
    const transport = createAdapterTransport({rpc: () => Promise.reject(error)} as unknown as OdooAdapter);
    await assert.rejects(transport.rpc('/x', {}), {code: 'call-refused', cause: 'odoo.exceptions.AccessError'});
  });
});
