import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {coturnPaths} from '../../../scripts/install-coturn.mjs';
import {freePort} from './free-port.js';

/** For node:test's `skip`. */
export const NO_COTURN = coturnPaths() ? false : 'coturn is not installed here: node scripts/install-coturn.mjs';

/** What coturn's own client says, and what it means. */
const RELAYING = {'Cannot complete Allocation': 'refused', 'Total lost packets 0 ': 'relayed'};
const REACHING = {'Cannot complete Allocation': 'refused', 'error 403 (Forbidden IP)': 'forbidden', 'success: 0x': 'permitted'};
const HOLDING = {'error 486 ': 'too many', 'Received relay addr': 'held'};

export interface TurnUser {
  readonly username: string;
  readonly credential: string;
}

export interface RelayOptions extends TurnUser {
  /** Whom to reach by the relay; when not given, another client that is relayed, too. */
  readonly peer?: string;
}

/** A certificate of nobody, for one test. */
const writeCertificate = (folder: string) => {
  const subject = ['-subj', '/CN=localhost', '-days', '1', '-nodes', '-newkey', 'rsa:2048'];
  return promisify(execFile)('openssl', ['req', '-x509', ...subject, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]);
};

/** A coturn of Debian's on loopback, for one test. What `configuration` says of doors and paths is replaced. */
export const startCoturn = async (configuration: string, more: readonly string[] = []) => {
  const {server, client} = coturnPaths() ?? {server: '', client: ''};
  const folder = await mkdtemp(join(tmpdir(), 'coturn-'));
  await writeCertificate(folder);
  const [port, tlsPort] = await Promise.all([freePort(), freePort()]);
  const places: Record<string, string> = {
    'listening-port': String(port),
    'tls-listening-port': String(tlsPort),
    cert: join(folder, 'cert.pem'),
    pkey: join(folder, 'key.pem'),
    syslog: '',
  };
  const lines = configuration.split('\n').filter((line) => !((line.split('=')[0] ?? '').trim() in places));
  const own = Object.entries(places).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  const loopback = ['listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', 'relay-ip=::1', 'log-file=stdout', `pidfile=${join(folder, 'pid')}`];
  await writeFile(join(folder, 'turnserver.conf'), [...lines, ...own, ...loopback, ...more].join('\n'));

  const child = spawn(server, ['-c', join(folder, 'turnserver.conf')], {stdio: ['ignore', 'pipe', 'ignore'], cwd: folder});
  process.once('exit', () => child.kill());
  const log: string[] = [];
  const output = createInterface({input: child.stdout});
  await new Promise<void>((resolve) => {
    output.on('line', (line) => {
      log.push(line);
      if (line.includes('IO method (admin thread)')) resolve();
    });
  });

  /** Runs coturn's client until it says one of some things. It goes on until it is released. */
  const ask = async ({username, credential, peer}: RelayOptions, meanings: Record<string, string>) => {
    const other = peer ? ['-e', peer, ...(peer.includes(':') ? ['-x'] : [])] : ['-y'];
    const args = ['-v', '-c', '-n', '1', '-u', username, '-w', credential, '-p', String(port), ...other, '127.0.0.1'];
    const asking = spawn(client, args, {stdio: ['ignore', 'pipe', 'ignore']});
    const said: string[] = [];
    for await (const line of createInterface({input: asking.stdout})) {
      said.push(line);
      const found = Object.keys(meanings).find((words) => line.includes(words));
      if (found) return {outcome: meanings[found], release: () => void asking.kill()};
    }
    throw new Error(`The client of coturn said nothing of note:\n${said.join('\n')}`);
  };

  return {
    port,
    tlsPort,
    log,
    /** Asks for a relay as a browser would: `relayed` or `permitted`, `forbidden`, `refused`. */
    async relay(options: RelayOptions) {
      const {outcome, release} = await ask(options, options.peer ? REACHING : RELAYING);
      release();
      return outcome;
    },
    /** Takes one allocation and keeps it: `held` or `too many`. */
    hold: (turnUser: TurnUser) => ask(turnUser, HOLDING),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      await rm(folder, {recursive: true, force: true});
    },
  };
};
