import {randomBytes} from 'node:crypto';
import type {Random} from '../../../test/helpers/random.js';
import {connectionIdOf} from './pipe-client.js';
import type {Scene} from './hostile-frames.js';
import {hostileText} from './hostile-values.js';
import type {RawRequest} from './raw-exchange.js';

const PATHS = ['/peerjs', '/peerjs/', '//peerjs', '/peerjs/../peerjs', '/PEERJS', '/', '/peerjs/peerjs', '/peerjs/id', '/peerjs/peers', '/events', '/session', '*', 'http://[::/peerjs', '/%70eerjs', '/peerjs#x'];
const HEADERS = [
  ...['Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 99', 'Sec-WebSocket-Protocol: ,', 'Sec-WebSocket-Extensions: permessage-deflate', 'Upgrade: h2c'],
  ...['Origin: null', 'Origin: http://evil.example', 'Origin: ', 'X-Forwarded-For: \xff', 'Content-Length: 5', 'Transfer-Encoding: chunked', 'Expect: 100-continue'],
];
const METHODS = ['GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS'];

/** What a client may send in frames that ws itself has to refuse. */
const rawFrames = (random: Random): Buffer =>
  random.pick([
    () => Buffer.from([0x81, 0x05, 0x68, 0x65, 0x6c, 0x6c, 0x6f]),
    () => Buffer.from([0xff, 0x80, 0, 0, 0, 0]),
    () => Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
    () => Buffer.from([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0]),
    () => Buffer.from([0x00, 0x80, 0, 0, 0, 0]),
    () => Buffer.from([0x88, 0x81, 0, 0, 0, 0, 0x03]),
    () => Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]),
    () => Buffer.concat(Array.from({length: 200}, () => Buffer.from([0x89, 0x80, 0, 0, 0, 0]))),
    () => Buffer.concat(Array.from({length: 500}, () => Buffer.from([0x01, 0x80, 0, 0, 0, 0]))),
    () => randomBytes(1 + random.below(300)),
  ])();

const idOf = (random: Random, {me, connection, strangers, strangersConnections}: Scene): string =>
  random.pick([connectionIdOf(me), connectionIdOf(me), connection, connectionIdOf(random.pick(strangers)), ...strangersConnections, hostileText(random)]);

/** One attempt to open a socket, by bytes: half of a handshake, a wrong one, or a right one with no manners after it. */
export const hostileUpgrade = (random: Random, scene: Scene, tokens: readonly string[]): RawRequest => {
  const own = {key: 'peerjs', id: connectionIdOf(scene.me), token: tokens[0] ?? ''};
  const wrong = {key: random.pick(['peerjs', '', 'other']), id: idOf(random, scene), token: random.pick(tokens)};
  const isGood = random.chance(0.3);
  const query = new URLSearchParams(isGood ? own : wrong).toString();
  const again = random.chance(0.1) ? `&${query}&id=${own.id}` : '';
  const path = isGood || random.chance(0.7) ? '/peerjs' : random.pick(PATHS);
  const target = random.chance(0.05) ? path : `${path}?${query}${again}`;
  const key = randomBytes(16).toString('base64');
  const lines = [
    `${isGood ? 'GET' : random.pick(METHODS)} ${target} HTTP/1.1`,
    ...['Host: calls.example', 'Connection: Upgrade', 'Upgrade: websocket', `Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13'],
    ...(isGood || random.chance(0.5) ? [] : [random.pick(HEADERS)]),
  ];
  const handshake = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  if (random.chance(0.15)) return {bytes: handshake.subarray(0, random.below(handshake.length)), isWhole: false};
  return {bytes: handshake, then: rawFrames(random), isWhole: true};
};
