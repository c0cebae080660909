import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {connect} from 'node:tls';
import type {SecureVersion} from 'node:tls';
import {turnCredentials} from '../src/ice/coturn-source.js';
import {createIceService} from '../src/ice/create-ice-service.js';
import {createMetrics} from '../src/metrics.js';
import {NOTHING_SAVED} from './helpers/nothing-saved.js';
import {openLog} from './helpers/open-log.js';
import {NO_COTURN, startCoturn} from './helpers/real-coturn.js';

const SECRET = 'the-secret-of-a-test';
const SAMPLE = readFileSync(new URL('../deploy/turnserver.conf', import.meta.url), 'utf8').replace('CHANGE-ME', SECRET);
/** Two clients of one test are both on loopback, where the sample relays nobody to. */
const LOOPBACK = ['allow-loopback-peers', 'allowed-peer-ip=127.0.0.1'];

/** Within each range that the sample denies, and in none. */
const PEERS: Record<string, 'forbidden' | 'permitted'> = {
  '0.1.2.3': 'forbidden',
  '10.0.0.1': 'forbidden',
  '100.64.0.1': 'forbidden',
  '127.0.0.1': 'forbidden',
  '169.254.169.254': 'forbidden',
  '172.31.255.255': 'forbidden',
  '192.0.0.8': 'forbidden',
  '192.0.2.1': 'forbidden',
  '192.88.99.1': 'forbidden',
  '192.168.1.1': 'forbidden',
  '198.19.0.1': 'forbidden',
  '198.51.100.1': 'forbidden',
  '203.0.113.1': 'forbidden',
  '224.0.0.251': 'forbidden',
  '255.255.255.255': 'forbidden',
  '1.1.1.1': 'permitted',
  '172.32.0.1': 'permitted',
  '::': 'forbidden',
  '::1': 'forbidden',
  '::10.0.0.1': 'forbidden',
  '::ffff:10.0.0.1': 'forbidden',
  '::ffff:169.254.169.254': 'forbidden',
  '64:ff9b::10.0.0.1': 'forbidden',
  '64:ff9b:1::1': 'forbidden',
  '100::1': 'forbidden',
  '2001:0:1::1': 'forbidden',
  '2001:db8::1': 'forbidden',
  '2002:a00:1::1': 'forbidden',
  '3fff::1': 'forbidden',
  '5f00::1': 'forbidden',
  'fd00::1': 'forbidden',
  'fe80::1': 'forbidden',
  'fec0::1': 'forbidden',
  'ff02::1': 'forbidden',
  '2606:4700::1111': 'permitted',
};

const user = (id: string) => ({id, name: id, avatar: '', isAdmin: false, expiresAt: Infinity});

/** Whether a handshake of just this version succeeds. What it does not speak, coturn leaves without an answer. */
const speaks = (port: number, version: SecureVersion): Promise<boolean> =>
  new Promise((resolve) => {
    const options = {minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0', rejectUnauthorized: false};
    const socket = connect({port, host: '127.0.0.1', ...options}, () => resolve(true));
    socket.on('secureConnect', () => socket.destroy()).on('error', () => resolve(false));
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
  });

describe('credentials at a real coturn', {skip: NO_COTURN, concurrency: true}, () => {
  let coturn: Awaited<ReturnType<typeof startCoturn>>;
  before(async () => {
    coturn = await startCoturn(SAMPLE, LOOPBACK);
  });
  after(() => coturn.stop());

  it('of /ice relay media between two clients', async (test) => {
    const turn = {urls: [`turn:127.0.0.1:${coturn.port}`], secret: SECRET, ttl: 600};
    const ice = createIceService({config: {turn, iceServers: []}, settings: NOTHING_SAVED, log: openLog().log, metrics: createMetrics()});
    test.after(() => ice.close());
    const {iceServers} = await ice.answer(user('alice'));
    const {username = '', credential = ''} = iceServers[0] ?? {};
    assert.equal(await coturn.relay({username, credential}), 'relayed');
  });

  const good = turnCredentials({secret: SECRET, ttl: 600}, 'alice');
  const [expiry, owner] = good.username.split(':');
  const refused = {
    'with another secret': turnCredentials({secret: 'another', ttl: 600}, 'alice'),
    'that are over': turnCredentials({secret: SECRET, ttl: -1}, 'alice'),
    'whose end was moved': {...good, username: `${Number(expiry) + 3600}:${owner}`},
    'whose owner was changed': {...good, username: `${expiry}:root`},
    'without a signature': {...good, credential: ''.padEnd(28, 'A')},
  };
  for (const [title, credentials] of Object.entries(refused)) {
    it(`${title} are refused`, async () => {
      assert.equal(await coturn.relay(credentials), 'refused');
    });
  }
});

describe('the sample configuration of coturn', {skip: NO_COTURN}, () => {
  let coturn: Awaited<ReturnType<typeof startCoturn>>;
  before(async () => {
    coturn = await startCoturn(SAMPLE);
  });
  after(() => coturn.stop());

  it('has nothing in it that this coturn does not know', () => {
    assert.deepEqual(coturn.log.filter((line) => /bad configuration|unknown|warning|error/i.test(line)), []);
  });

  it('relays to public addresses only', async () => {
    const seen: Record<string, string | undefined> = {};
    for (const [index, peer] of Object.keys(PEERS).entries()) {
      const credentials = turnCredentials({secret: SECRET, ttl: 600}, `mallory ${index}`);
      seen[peer] = await coturn.relay({...credentials, peer});
    }
    assert.deepEqual(seen, PEERS);
  });

  it('speaks TLS 1.2, and none that is older', async () => {
    const versions = ['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const;
    const spoken = await Promise.all(versions.map((version) => speaks(coturn.tlsPort, version)));
    assert.deepEqual(spoken, [false, false, true]);
  });

  it('lets one person have so much, whatever credentials they use, and others still have theirs', async (test) => {
    const tight = await startCoturn(SAMPLE.replace(/^user-quota=.*$/m, 'user-quota=1'));
    test.after(() => tight.stop());
    const first = await tight.hold(turnCredentials({secret: SECRET, ttl: 600}, 'alice'));
    test.after(first.release);
    assert.equal(first.outcome, 'held');
    for (const [id, outcome] of [['alice', 'too many'], ['bob', 'held']] as const) {
      const next = await tight.hold(turnCredentials({secret: SECRET, ttl: 700}, id));
      test.after(next.release);
      assert.equal(next.outcome, outcome, id);
    }
  });

  it('writes neither addresses nor names of clients into the log', async () => {
    await coturn.relay({...turnCredentials({secret: 'another', ttl: 600}, 'alice'), peer: '1.1.1.1'});
    assert.doesNotMatch(coturn.log.join('\n'), /127\.0\.0\.1:\d|remote|alice|mallory/);
  });
});
