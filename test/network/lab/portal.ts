import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Certificate} from './certificate.js';
import type {Inhabitant, Namespace} from './namespace.js';
import {RELAY_SECRET} from './relay.js';
import {PORTAL} from './topology.js';

const PROGRAM = fileURLToPath(new URL('serve-portal.mjs', import.meta.url));

/** The server that is started anew after it was killed knows it still. */
const TOKEN_SECRET = 'signs the tokens of whoever comes to the lab';

/** The demo portal with its server, on the public machine, over HTTPS: a process that can be killed. */
export class Portal {
  readonly url = `https://${PORTAL}`;
  readonly #machine: Namespace;
  readonly #certificate: Certificate;
  readonly #folder: string;
  #process: Inhabitant | undefined;

  constructor(machine: Namespace, certificate: Certificate, folder: string) {
    this.#machine = machine;
    this.#certificate = certificate;
    this.#folder = folder;
  }

  /** With `relays`, its server gives those who are signed in a pass to the lab's relay (GET ice); else no servers. */
  async start({relays = []}: {readonly relays?: readonly string[]} = {}): Promise<void> {
    const {cert, key} = this.#certificate;
    const relay = relays.length > 0 && {TURN_URLS: relays.join(','), TURN_SECRET: RELAY_SECRET};
    const env = {HOST: PORTAL, TLS_CERT: cert, TLS_KEY: key, TOKEN_SECRET, DATA_DIR: join(this.#folder, 'portal-data'), ...relay};
    const process = this.#machine.start(globalThis.process.execPath, [PROGRAM], {env});
    this.#process = process;
    const ready = createInterface(process.stdout)[Symbol.asyncIterator]().next();
    const line = await Promise.race([ready, once(process, 'exit').then(() => undefined)]);
    if (!line || line.done) throw new Error('The portal did not start.');
    process.stdout.resume();
  }

  /** Without a word to anybody, as by a power cut of the process. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (!process) return;
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  }
}
