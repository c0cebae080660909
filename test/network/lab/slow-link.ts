import {createInterface} from 'node:readline';
import type {Inhabitant, Namespace} from './namespace.js';
import {fileURLToPath} from 'node:url';

const PROGRAM = fileURLToPath(new URL('slow-link.py', import.meta.url));

export interface LinkQuality {
  /** Milliseconds that a packet takes, each way. */
  readonly delay?: number;
  /** Share of packets that are lost, 0 to 1. */
  readonly loss?: number;
}

/** A wire between two machines that can be slow and lose packets, for kernels that cannot do that themselves (netem). */
export class SlowLink {
  readonly #process: Inhabitant;
  readonly #lines: AsyncIterator<string>;

  private constructor(process: Inhabitant) {
    this.#process = process;
    this.#lines = createInterface(process.stdout)[Symbol.asyncIterator]();
  }

  static async between(one: Namespace, device: string, other: Namespace, otherDevice: string): Promise<SlowLink> {
    const link = new SlowLink(one.start('python3', [PROGRAM, device, otherDevice]));
    await link.#answer();
    // The program keeps hold of a device that moves into another namespace.
    await one.ip(`link set ${otherDevice} netns ${other.name}`);
    return link;
  }

  /** Settles when packets travel so. Without words it is a good wire. */
  async set({delay = 0, loss = 0}: LinkQuality = {}): Promise<void> {
    this.#process.stdin.write(`${JSON.stringify({delay, loss})}\n`);
    await this.#answer();
  }

  async #answer(): Promise<void> {
    const {done} = await this.#lines.next();
    if (done) throw new Error('The slow link has ended.');
  }
}
