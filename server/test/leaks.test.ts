import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import v8 from 'node:v8';
import {startAbusedServer} from './helpers/abused-server.js';
import type {AbusedServer} from './helpers/abused-server.js';
import {EventReader} from './helpers/event-reader.js';
import {PipeClient} from './helpers/pipe-client.js';
import {sign} from './helpers/sign.js';

const ROUNDS = 3;
const CONNECTIONS = 500;
const AT_ONCE = 25;
/** Objects of one kind that the server may have more, for whatever reason: far fewer than one for each connection. */
const SLACK = CONNECTIONS / 10;
/** For five minutes it is known who had to do with which call: two maps for each person. */
const REMEMBERED: Readonly<Record<string, number>> = {Map: 2 * ROUNDS * CONNECTIONS};
/** Bytes. Limiters remember for a minute who called and asked. */
const MOST_GROWTH = 8 * 1024 * 1024;
/** Longer than whoever is gone counts as being there. */
const PATIENCE = 20_000;

/** Somebody who signs in, looks who is there, calls, and leaves with or without a word. */
const visit = async (server: AbusedServer, name: string, number: number): Promise<void> => {
  const [user, other] = [`${name}-${number}`, `${name}-${number ^ 1}`];
  const token = await sign({sub: user});
  const client = await PipeClient.open(server, user, {token});
  const events = number % 3 === 0 ? await EventReader.open(`${server.url}events?user=${other}&user=${user}&user=nobody`, token) : undefined;
  await client.echo({presence: {status: 'available', inCall: false}});
  await events?.events.find(({data}) => data['user'] === user);
  const call = client.write(other, 'ring');
  client.write(other, 'end', call);
  await client.echo();
  events?.close();
  if (number % 2 === 0) client.socket.terminate();
  await (number % 2 === 0 ? client.closed : client.close());
};

const visitAll = async (server: AbusedServer, name: string, count: number): Promise<void> => {
  let next = 0;
  const visitor = async (): Promise<void> => {
    while (next < count) await visit(server, name, next++);
  };
  await Promise.all(Array.from({length: AT_ONCE}, visitor));
};

type Objects = Awaited<ReturnType<AbusedServer['objects']>>;

/** Of what there are more than at first, for a while already. */
const whatStays = async (server: AbusedServer, atFirst: Objects): Promise<unknown[]> => {
  const enough = Date.now() + PATIENCE;
  for (;;) {
    const more = Object.entries(await server.objects()).filter(([kind, count]) => {
      const allowed = (atFirst[kind] ?? 0) + (REMEMBERED[kind] ?? 0) + SLACK;
      return count > allowed;
    });
    if (more.length === 0 || Date.now() > enough) return more;
  }
};

describe('a server that people come to and leave', {skip: !('queryObjects' in v8) && 'This Node cannot count objects.'}, () => {
  let server: AbusedServer;
  before(async () => {
    server = await startAbusedServer();
  });
  after(() => server.stop());

  it(`has nothing of them left after ${ROUNDS} × ${CONNECTIONS} connections`, async () => {
    await visitAll(server, 'first', AT_ONCE);
    await visitAll(server, 'again', AT_ONCE);
    const {heap} = await server.usage();
    const atFirst = await server.objects();
    for (let round = 0; round < ROUNDS; round += 1) await visitAll(server, `round-${round}`, CONNECTIONS);
    assert.deepEqual(await whatStays(server, atFirst), []);
    assert((await server.usage()).heap - heap < MOST_GROWTH);
    assert.equal(await server.metric('signalling_connections'), 0);
  });
});
