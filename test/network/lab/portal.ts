import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Certificate} from './certificate.js';
import type {Inhabitant, Namespace} from './namespace.js';
import {PORTAL} from './topology.js';

const PROGRAM = fileURLToPath(new URL('serve-portal.ts', import.meta.url));

/** The demo portal with its server, on the public machine, over HTTPS: a process that can be killed. */
export class Portal {
  readonly url = `https://${PORTAL}`;
  readonly #machine: Namespace;
  readonly #certificate: Certificate;
  #process: Inhabitant | undefined;

  constructor(machine: Namespace, certificate: Certificate) {
    this.#machine = machine;
    this.#certificate = certificate;
  }

  async start(): Promise<void> {
    const {cert, key} = this.#certificate;
    const process = this.#machine.start(globalThis.process.execPath, ['--import=tsx', PROGRAM, PORTAL, cert, key]);
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
