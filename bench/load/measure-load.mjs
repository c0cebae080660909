import {randomUUID} from 'node:crypto';
import {rotate} from '../statistics.mjs';
import {startServer} from './start-server.mjs';
import {connectUser} from './users.mjs';

const CONTESTANTS = ['stock', 'call-elements-server'];
const WARM_UP = 2000;
/** Rings under way at once: what many people do at the same moment. */
const AT_ONCE = 64;
const CONNECTING_AT_ONCE = 100;
/** With this the ring has a kilobyte, as one with a name, a picture's address and all else. */
const FILLER = 'x'.repeat(700);

const now = () => performance.now();

/** Runs `work(0 … count - 1)`, a few at once. */
const eachOf = async (count, width, work) => {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({length: width}, worker));
};

const ringOf = (from, to) => {
  const call = randomUUID();
  return {v: 1, call, from: {user: String(from), endpoint: 'e'}, to: {user: String(to)}, seq: 0, ack: 0, type: 'ring', body: {media: 'video', filler: FILLER}};
};

const quantile = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];

const measureOne = async (name, {users, rings}) => {
  const server = await startServer(name);
  const waiting = new Map();
  const heard = ({call}) => waiting.get(call)?.();
  const before = await server.usage();
  const began = now();
  const people = [];
  await eachOf(users, CONNECTING_AT_ONCE, async (number) => {
    people[number] = await connectUser(name, number, server, heard);
  });
  const connected = now();
  const held = await server.usage();

  const ring = async (from) => {
    const to = (from * 7919 + 1) % users;
    const message = ringOf(from, to);
    const arrived = new Promise((resolve) => waiting.set(message.call, resolve));
    const sent = now();
    people[from].ring(to, message);
    await arrived;
    waiting.delete(message.call);
    return now() - sent;
  };
  await eachOf(WARM_UP, AT_ONCE, (index) => ring(index % users));
  const times = [];
  const {cpu} = await server.usage();
  const start = now();
  await eachOf(rings, AT_ONCE, async (index) => void times.push(await ring(index % users)));
  const seconds = (now() - start) / 1000;
  const after = await server.usage();
  for (const person of people) person.close();
  await server.stop();
  times.sort((a, b) => a - b);
  return {
    connectsPerSecond: users / ((connected - began) / 1000),
    bytesPerConnection: (held.rss - before.rss) / users,
    ringsPerSecond: rings / seconds,
    cpuPerRing: (after.cpu - cpu) / rings,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    rss: after.rss,
  };
};

/** How many lines one process holds and how fast it relays, ours beside a stock PeerServer, in turns. */
export const measureLoad = async ({rounds, users = 2500, rings = 20_000}) => {
  const contestants = CONTESTANTS.map((name) => ({name, rounds: []}));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of rotate(contestants, round)) {
      contestant.rounds.push(await measureOne(contestant.name, {users, rings}));
    }
  }
  return {users, rings, contestants};
};
