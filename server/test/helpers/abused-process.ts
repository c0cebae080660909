// A whole server in a process of its own, so that its memory and its pauses can be told from those of its abusers.
import {ServerResponse} from 'node:http';
import {setImmediate} from 'node:timers/promises';
import v8 from 'node:v8';
import {WebSocket} from 'ws';
import {createCallServer} from '../../src/call-server.js';
import {readConfig} from '../../src/config/read-config.js';
import {EventStream} from '../../src/events/event-stream.js';
import {createLog} from '../../src/log.js';
import {Session} from '../../src/signalling/session.js';
import {isSteady} from './steady-pair.js';

const TICK = 20;

let longestTurn = 0;
let [last, processor] = [performance.now(), process.cpuUsage()];

/** Milliseconds since the last time, in which nobody else had a turn. On a busy machine the clock goes on without the process. */
const endTurn = (): number => {
  const now = performance.now();
  const {user, system} = process.cpuUsage(processor);
  const turn = Math.min(now - last, (user + system) / 1000);
  [last, processor] = [now, process.cpuUsage()];
  return turn;
};
setInterval(() => (longestTurn = Math.max(longestTurn, endTurn() - TICK)), TICK).unref();

/** Those who are to be left in peace and those who abuse have nothing to do with each other. */
const mayMeet = ({id}: {readonly id: string}, other: string): boolean => isSteady(id) === isSteady(other);

const server = await createCallServer({
  config: {...readConfig(process.env), database: {}},
  log: createLog('debug'),
  permissions: {mayCall: mayMeet, maySee: mayMeet},
});

const usage = async (): Promise<object> => {
  // What the embedded database's start leaves behind goes at the second time only.
  globalThis.gc?.();
  await setImmediate();
  globalThis.gc?.();
  const answer = {heap: process.memoryUsage().heapUsed, resident: process.memoryUsage.rss(), longestTurn};
  endTurn();
  longestTurn = 0;
  return answer;
};

/** How many there are of what each connection, each stream and each user has. */
const objects = (): object => {
  const kinds = {Session, WebSocket, EventStream, ServerResponse, Map, Set};
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, v8.queryObjects(kind)]));
};

process.on('message', async (question) => process.send?.(question === 'usage' ? await usage() : objects()));
process.on('disconnect', () => process.exit());
process.send?.({port: server.port});
