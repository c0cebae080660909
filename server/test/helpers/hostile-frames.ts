import {randomBytes} from 'node:crypto';
import type {Random} from '../../../test/helpers/random.js';
import {peerNameOf} from '../../src/signalling/connection-id.js';
import {asJson, damaged, hostileText, mutated} from './hostile-values.js';
import {sign} from './sign.js';

/** Whom abuse is about: those who do it, their own connection, and those who are to be left in peace. */
export interface Scene {
  readonly me: string;
  readonly accomplice: string;
  readonly connection: string;
  readonly strangers: readonly string[];
  readonly strangersConnections: readonly string[];
  readonly strangersCall: string;
}

const STOCK_TYPES = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE', 'EXPIRE', 'HEARTBEAT', 'OPEN', 'ID-TAKEN', 'ERROR', 'SESSION', 'X-RELAYED', '__proto__'];
const MESSAGE_TYPES = ['ring', 'ringing', 'accept', 'offer', 'answer', 'candidates', 'end', 'confirm'];

const destinationOf = (random: Random, {me, accomplice, connection, strangers, strangersConnections}: Scene): string => {
  if (random.chance(0.4)) return random.pick([peerNameOf(accomplice), connection]);
  return random.pick([
    ...strangers.map(peerNameOf),
    ...strangersConnections,
    ...[peerNameOf(me), `${peerNameOf(accomplice)}_${'0'.repeat(16)}`],
    ...[hostileText(random), `u${hostileText(random)}`, 'u-00', 'u-FF-FE', 'u-2D', 'u_0000000000000000'],
  ]);
};

/** As PeerJS and our own pipe would send it, to whomever. */
const offerOf = (random: Random, scene: Scene, token: string): object => {
  const call = random.pick([scene.strangersCall, random.id()]);
  const type = random.pick(MESSAGE_TYPES);
  const to = {user: random.pick(scene.strangers)};
  const message = {v: 1, call, from: {user: scene.me, endpoint: 'e'}, to, seq: 0, ack: 0, type, body: {media: 'video', reason: 'hung-up', sdp: 'v=0'}};
  const sender = {user: random.pick(scene.strangers), name: 'somebody else', avatar: ''};
  const renewal = random.chance(0.3) ? {token, presence: {status: 'busy', inCall: true}} : {};
  const metadata = {endpoint: 'e', message, sender, ...renewal};
  return {
    type: 'OFFER',
    src: random.pick(scene.strangersConnections),
    dst: destinationOf(random, scene),
    payload: {type: 'data', serialization: 'call', connectionId: `call_${random.id()}`, metadata},
  };
};

const stockFrameOf = (random: Random, scene: Scene): object => ({
  type: random.pick(STOCK_TYPES),
  src: random.pick(scene.strangersConnections),
  dst: destinationOf(random, scene),
  payload: random.pick([undefined, null, {sdp: {type: 'offer', sdp: 'v=0'}, type: 'media', connectionId: 'mc_1'}, {candidate: 'candidate:1'}]),
});

const BARE = ['', 'null', 'true', '0', '"text"', '[]', '{}', '[null]', '{"type":null}', '{"__proto__":{"type":"OFFER"}}', 'NaN', "{'type':'OFFER'}", '\0', '\ufeff{}'];

const anyFrame = (random: Random, scene: Scene, token: string): string | Buffer => {
  const offer = offerOf(random, scene, token);
  return random.pick([
    () => asJson(random, offer),
    ...Array.from({length: 5}, () => () => asJson(random, mutated(random, offer))),
    () => asJson(random, mutated(random, mutated(random, offer))),
    () => asJson(random, stockFrameOf(random, scene)),
    () => asJson(random, mutated(random, stockFrameOf(random, scene))),
    () => random.pick(BARE),
    () => damaged(random, asJson(random, offer)),
    () => random.pick(['['.repeat(30_000), randomBytes(random.below(2000))]),
  ])();
};

/** One message, or what stands for one. Few end the connection at once, since then nobody looks at what comes after. */
export const hostileFrame = (random: Random, scene: Scene, token: string): string | Buffer => {
  if (random.chance(0.003)) return 'x'.repeat(random.pick([65_537, 200_000]));
  const frame = anyFrame(random, scene, token);
  return frame.length < 65_000 ? frame : hostileFrame(random, scene, token);
};

/** Tokens that abusers can get hold of, and some that they would like to. */
export const hostileTokens = async (me: string, stranger: string): Promise<readonly string[]> => {
  const good = await sign({sub: me});
  const [head = '', body = '', signature = ''] = good.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const forged = Buffer.from(JSON.stringify({sub: stranger, aud: 'call-elements', exp: 9e9})).toString('base64url');
  return [
    ...[good, '', 'x', 'null', `${head}.${body}`, `${none}.${forged}.`, `${head}.${forged}.${signature}`, `${'a'.repeat(9000)}`, 'a.b.c', '..'],
    ...[await sign({sub: stranger}, 'thirty-two bytes of another portal!!'), await sign({sub: me, exp: 1}), await sign({sub: me, exp: 9e12})],
    ...[await sign({sub: ''}), await sign({sub: 'a\nb'}), await sign({sub: me, aud: 'others'}), await sign({sub: me, exp: -1e308})],
  ];
};
