import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {WebSocket} from 'ws';
import {createRandom} from '../../test/helpers/random.js';
import type {Random} from '../../test/helpers/random.js';
import {FOREIGN, startAbusedServer, UNLOGGED} from './helpers/abused-server.js';
import type {AbusedServer} from './helpers/abused-server.js';
import {hostileFrame, hostileTokens} from './helpers/hostile-frames.js';
import type {Scene} from './helpers/hostile-frames.js';
import {hostileUpgrade} from './helpers/hostile-upgrades.js';
import {PipeClient} from './helpers/pipe-client.js';
import {exchange} from './helpers/raw-exchange.js';
import {sign} from './helpers/sign.js';
import {SteadyPair} from './helpers/steady-pair.js';

const seed = Number(process.env['SEED'] ?? 0) || Date.now() % 1_000_000;
const [MALLORY, TRUDY] = ['mallory', 'trudy'] as const;
const FRAMES = 7000;
const UPGRADES = 1500;
/** Share of all. */
const WARM_UP = 0.3;
const AT_ONCE = 4;
const BURST = 20;
/** Bytes that the server may have more after all of it than after the first share. */
const MOST_GROWTH = 16 * 1024 * 1024;
const MOST_RESIDENT_GROWTH = 96 * 1024 * 1024;
const LONGEST_TURN_MS = 1000;

/** In one frame or in many, as text or as bytes. */
const sendHostile = (random: Random, socket: WebSocket, frame: string | Buffer): void => {
  const bytes = Buffer.from(frame);
  // As text, bytes that are none end the connection.
  const binary = random.chance(typeof frame === 'string' ? 0.2 : 0.98);
  const cuts = random.chance(0.1) ? Array.from({length: random.below(20)}, () => random.below(bytes.length)) : [];
  cuts.sort((a, b) => a - b);
  for (const [index, cut] of cuts.entries()) socket.send(bytes.subarray(cuts[index - 1] ?? 0, cut), {binary, fin: false});
  socket.send(bytes.subarray(cuts.at(-1) ?? 0), {binary, fin: true});
  if (random.chance(0.01)) for (let count = 0; count < 100; count += 1) socket.ping(Buffer.alloc(random.below(126)));
};

describe(`a fuzzed socket (SEED=${seed} repeats it)`, () => {
  let server: AbusedServer;
  let pair: SteadyPair;
  let tokens: readonly string[];
  let received = 0;

  before(async () => {
    server = await startAbusedServer();
    pair = await SteadyPair.open(server);
    tokens = await hostileTokens(MALLORY, 'anna-steady');
  });

  after(() => server.stop());

  const look = (text: string): void => {
    received += 1;
    assert.doesNotMatch(text, FOREIGN);
  };

  const sceneOf = (me: string, connection: string): Scene => ({
    me,
    accomplice: me === MALLORY ? TRUDY : MALLORY,
    connection,
    strangers: SteadyPair.users,
    strangersConnections: [pair.anna.id, pair.ben.id],
    strangersCall: pair.famousCall,
  });

  /** Frames on one connection, until there were enough or the server has had enough. */
  const abuse = async (random: Random, user: string, most: number): Promise<number> => {
    const client = await PipeClient.open(server, user, {token: await sign({sub: user})});
    const {socket, closed} = client;
    socket.on('message', (data: Buffer) => look(data.toString())).on('error', () => undefined);
    let sent = 0;
    while (sent < most && socket.readyState === WebSocket.OPEN) {
      for (let burst = 0; burst < BURST; burst += 1) sendHostile(random, socket, hostileFrame(random, sceneOf(user, client.id), random.pick(tokens)));
      sent += BURST;
      await Promise.race([client.echo(), closed]);
    }
    if (random.chance(0.5)) socket.terminate();
    else socket.close(random.pick([1000, 1001, 3000, 4999]));
    await closed;
    return sent;
  };

  const abuseFrames = async (random: Random, count: number): Promise<void> => {
    for (let sent = 0; sent < count; ) sent += await abuse(random, random.pick([MALLORY, TRUDY]), random.pick([20, 100, 300]));
  };

  const abuseUpgrades = async (random: Random, count: number): Promise<void> => {
    const scene = sceneOf(MALLORY, 'umallory_0000000000000000');
    for (let sent = 0; sent < count; sent += 1) {
      const answer = await exchange(server.port, hostileUpgrade(random, scene, tokens), () => false);
      look(answer);
      assert.match(answer, /^(HTTP\/1\.1 (101|4\d\d) .*|)$/m);
    }
  };

  /** A share of all inputs, by several at once, each with a chance of its own. */
  const abuseAll = async (share: number, round: number): Promise<void> => {
    const each = (work: (random: Random, count: number) => Promise<void>, count: number, first: number) =>
      Array.from({length: AT_ONCE}, (_, index) => work(createRandom(seed + first + index), Math.ceil((count * share) / AT_ONCE)));
    await Promise.all([...each(abuseFrames, FRAMES, round * 100), ...each(abuseUpgrades, UPGRADES, round * 100 + 50)]);
  };

  it('stands, keeps secrets, and grows no more', async () => {
    const halves = Array.from({length: 30}, () => connect(server.port, '127.0.0.1').on('error', () => undefined));
    for (const half of halves) half.write('GET /peerjs?key=peerjs HTTP/1.1\r\nUpgrade: websocket\r\n');
    await abuseAll(WARM_UP, 0);
    const before = await server.usage();
    await abuseAll(1 - WARM_UP, 1);
    const after = await server.usage();
    for (const half of halves) half.destroy();
    assert(after.heap - before.heap < MOST_GROWTH, `the heap grew from ${before.heap} to ${after.heap} bytes`);
    assert(after.resident - before.resident < MOST_RESIDENT_GROWTH, `the process grew from ${before.resident} to ${after.resident} bytes`);
    assert(after.longestTurn < LONGEST_TURN_MS, `others had to wait for ${after.longestTurn} ms`);
    assert(received > UPGRADES);
  });

  it('lets others call each other all the while, and mixes nothing in', async () => {
    const calls = await pair.end();
    assert(calls > 20, `only ${calls} calls`);
  });

  it('has no connection left, no error and nobody’s name in its log', async () => {
    while ((await server.metric('signalling_connections')) > 0) await nextTurn();
    assert.deepEqual(server.log.split('\n').filter((line) => UNLOGGED.test(line)), []);
  });
});
