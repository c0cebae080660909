import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, test} from 'node:test';
import type {TestContext} from 'node:test';
import {peerNameOf} from '../src/signalling/connection-id.js';
import {EventReader} from './helpers/event-reader.js';
import {PipeClient} from './helpers/pipe-client.js';
import {NO_NATS, RealNats} from './helpers/real-nats.js';
import {NO_POSTGRESQL, RealPostgresql} from './helpers/real-postgresql.js';
import {ServerProcess} from './helpers/server-process.js';
import {sign} from './helpers/sign.js';

const ROOT = {sub: 'root', admin: true};

const ask = async (server: ServerProcess, method: string, path: string, body?: object) => {
  const headers = {Authorization: `Bearer ${await sign(ROOT)}`, 'Content-Type': 'application/json'};
  const response = await fetch(`${server.url}/${path}`, {method, headers, ...(body && {body: JSON.stringify(body)})});
  return {status: response.status, body: (await response.json()) as Record<string, unknown>};
};

const watch = async (server: ServerProcess, ...users: string[]) => {
  const query = users.map((user) => `user=${user}`).join('&');
  return EventReader.open(`${server.url}/events?${query}`, await sign({sub: 'carol'}));
};

/** Rings as the client does, again and again, since a ring that meets nobody is lost. */
const ringUntil = async <Result>(caller: PipeClient, callee: string, call: string, heard: Promise<Result>): Promise<Result> => {
  const timer = setInterval(() => caller.write(callee, 'ring', call), 100);
  caller.write(callee, 'ring', call);
  return heard.finally(() => clearInterval(timer));
};

/** To the connection that a frame came from. */
const answer = (client: PipeClient, frame: {readonly src?: string}, type: string, call: string): void => {
  client.offer(frame.src ?? '', {endpoint: 'endpoint', message: {type, call, body: {}}});
};

describe('two server processes with one NATS and one PostgreSQL', {skip: NO_NATS || NO_POSTGRESQL}, () => {
  let nats: RealNats;
  let postgresql: RealPostgresql;
  let env: NodeJS.ProcessEnv;
  let one: ServerProcess;
  let two: ServerProcess;

  before(async () => {
    [nats, postgresql] = await Promise.all([RealNats.start(), RealPostgresql.start()]);
    env = {NATS_URL: nats.url, DATABASE_URL: await postgresql.createDatabase()};
    one = await ServerProcess.start(env);
  });
  beforeEach(async () => {
    if (!two || two.child.signalCode || two.child.exitCode !== null) two = await ServerProcess.start(env);
  });
  after(async () => {
    await Promise.all([one?.kill(), two?.kill()]);
    await Promise.all([nats?.stop(), postgresql?.end()]);
  });

  const visit = async (t: TestContext, server: ServerProcess, user: string): Promise<PipeClient> => {
    const client = await PipeClient.open(server, user, {token: await sign({sub: user, name: `${user} of the portal`})});
    t.after(() => client.socket.terminate());
    return client;
  };

  test('a ring goes from one node to the other and the answer comes back, from whom the tokens say', async (t) => {
    const [alice, bob] = [await visit(t, one, 'alice'), await visit(t, two, 'bob')];
    const call = 'call across nodes';
    const ring = await ringUntil(alice, 'bob', call, bob.about(call));
    assert.deepEqual(ring.payload?.metadata?.sender, {user: 'alice', name: 'alice of the portal', avatar: ''});
    answer(bob, ring, 'accept', call);
    const accept = await alice.about(call);
    assert.equal(accept.payload?.metadata?.sender?.user, 'bob');
    assert.equal(accept.src, bob.id);
  });

  test('each of a person’s devices rings once for one ring, on whichever node it is', async (t) => {
    const devices = [await visit(t, one, 'dora'), await visit(t, two, 'dora'), await visit(t, two, 'dora')];
    const alice = await visit(t, one, 'alice');
    await ringUntil(alice, 'dora', 'first', Promise.all(devices.map((device) => device.about('first'))));
    alice.write('dora', 'ring', 'second');
    alice.write('dora', 'ring', 'third');
    await Promise.all(devices.map((device) => device.about('third')));
    for (const device of devices) {
      const seconds = device.heard.filter(({message}) => message?.call === 'second');
      assert.equal(seconds.length, 1);
    }
  });

  test('the callee’s node is killed in mid-ring: the call goes on over the node that is left', async (t) => {
    const [alice, bob] = [await visit(t, one, 'alice'), await visit(t, two, 'bob')];
    const call = 'callee loses a node';
    answer(bob, await ringUntil(alice, 'bob', call, bob.about(call)), 'ringing', call);
    await alice.about(call);
    await two.kill();
    await bob.closed;
    const again = await visit(t, one, 'bob');
    const ring = await ringUntil(alice, 'bob', call, again.about(call));
    answer(again, ring, 'accept', call);
    await alice.about(call, 'accept');
  });

  test('the caller’s node is killed in mid-ring: the answer finds where the caller is now', async (t) => {
    const [alice, bob] = [await visit(t, two, 'alice'), await visit(t, one, 'bob')];
    const call = 'caller loses a node';
    await ringUntil(alice, 'bob', call, bob.about(call));
    await two.kill();
    await alice.closed;
    const again = await visit(t, one, 'alice');
    bob.offer(peerNameOf('alice'), {endpoint: 'endpoint', message: {type: 'accept', call, body: {}}});
    const accept = await again.about(call);
    assert.equal(accept.payload?.metadata?.sender?.user, 'bob');
  });

  test('a setting that is changed on one node is told to the pages of the other, which then reads it', async (t) => {
    const reader = await watch(two);
    t.after(() => reader.close());
    const {body} = await ask(one, 'GET', 'settings/policy');
    const version = Number(body['version']);
    const {status} = await ask(one, 'PUT', 'settings/policy', {version, value: {ringTimeout: 30}});
    assert.equal(status, 200);
    const {data} = await reader.events.find(({event}) => event === 'settings');
    assert.deepEqual(data, {name: 'policy', version: version + 1});
    const read = await ask(two, 'GET', 'settings/policy');
    assert.equal((read.body['value'] as {ringTimeout: number}).ringTimeout, 30);
  });

  test('how somebody is on one node is seen on the other, and a move between nodes is not', async (t) => {
    const bob = await visit(t, two, 'bob');
    await bob.echo({presence: {status: 'do-not-disturb', inCall: false}});
    const reader = await watch(one, 'bob', 'nobody');
    t.after(() => reader.close());
    await reader.events.find(({data}) => data['presence'] === 'do-not-disturb');
    await bob.echo({presence: {status: 'available', inCall: true}});
    await reader.events.find(({data}) => data['presence'] === 'busy');
    // As a page does when its server says that it shuts down.
    assert.equal(await two.stop(), 0);
    assert.equal(await bob.closed, 1012);
    const again = await visit(t, one, 'bob');
    await again.echo({presence: {status: 'available', inCall: true}});
    await again.echo({presence: {status: 'away', inCall: false}});
    await reader.events.find(({data}) => data['presence'] === 'away');
    const told = reader.events.items.filter(({data}) => data['user'] === 'bob').map(({data}) => data['presence']);
    assert.deepEqual(told, ['do-not-disturb', 'busy', 'away']);
  });

  test('without NATS each node goes on with its own people, says what it misses, and joins the others as soon as NATS is back', async (t) => {
    await nats.stop();
    await Promise.all([one, two].map(({lines}) => lines.find(({code}) => code === 'bus-lost')));
    const [alice, sameNode] = [await visit(t, one, 'alice'), await visit(t, one, 'bob')];
    alice.write('bob', 'ring', 'on one node');
    await sameNode.about('on one node');
    await untilMissing(one, 'NATS');
    await nats.start();
    await Promise.all([untilMissing(one, undefined), untilMissing(two, undefined)]);
    const bob = await visit(t, two, 'bob');
    await ringUntil(alice, 'bob', 'after all', bob.about('after all'));
  });
});

/** Asks whether it is ready until it misses just this, or nothing. */
const untilMissing = async (server: ServerProcess, wanted: string | undefined): Promise<void> => {
  for (;;) {
    const {status, body} = await ask(server, 'GET', 'ready');
    assert.equal(status, 200);
    if (body['missing']?.toString() === wanted) return;
  }
};
