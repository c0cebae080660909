import {createHmac} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {until} from '../../e2e/harness/until.js';
import type {Certificate} from './certificate.js';
import type {Namespace} from './namespace.js';
import {RELAY} from './topology.js';

/** Who knows it may give passes to the relay. */
export const RELAY_SECRET = 'opens the relay of the lab';

const configuration = ({cert, key}: Certificate, folder: string): string => `
listening-ip=${RELAY}
relay-ip=${RELAY}
listening-port=3478
tls-listening-port=443
cert=${cert}
pkey=${key}
realm=lab.example
fingerprint
use-auth-secret
static-auth-secret=${RELAY_SECRET}
# Also needed for calls: without it, one packet to an address that cannot be reached ends the whole allocation.
denied-peer-ip=10.0.0.0-10.255.255.255
denied-peer-ip=127.0.0.0-127.255.255.255
no-dtls
no-cli
no-multicast-peers
simple-log
log-file=stdout
pidfile=${join(folder, 'turnserver.pid')}
userdb=${join(folder, 'turnserver.db')}
`;

/** Coturn on the public side: STUN and TURN on 3478, TURN over TLS on 443. */
export const startRelay = async (machine: Namespace, certificate: Certificate, folder: string): Promise<void> => {
  const file = join(folder, 'turnserver.conf');
  writeFileSync(file, configuration(certificate, folder));
  // On stderr it only regrets that there is no SCTP here.
  const relay = machine.start('turnserver', ['-c', file], {stderr: 'ignore'});
  let said = '';
  relay.stdout.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const listens = async (): Promise<boolean> => {
    if (relay.exitCode !== null) throw new Error(`The relay did not start:\n${said}`);
    return (await machine.run('ss', ['--listening', '--tcp', '--numeric'])).includes(`${RELAY}:443`);
  };
  await until('the relay listens', listens);
};

export interface Pass {
  readonly username: string;
  readonly credential: string;
}

/** Time-limited credentials, as a portal's server makes them (draft-uberti-behave-turn-rest). */
export const createPass = ({secret = RELAY_SECRET, seconds = 600} = {}): Pass => {
  const username = `${Math.floor(Date.now() / 1000) + seconds}:somebody`;
  return {username, credential: createHmac('sha1', secret).update(username).digest('base64')};
};

export const STUN: RTCIceServer = {urls: `stun:${RELAY}:3478`};
export const turn = (transport: 'udp' | 'tcp', pass = createPass()): RTCIceServer => ({urls: `turn:${RELAY}:3478?transport=${transport}`, ...pass});
export const turns = (pass = createPass()): RTCIceServer => ({urls: `turns:${RELAY}:443?transport=tcp`, ...pass});
