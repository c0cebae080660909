import {createInterface} from 'node:readline';
import type {Inhabitant, Namespace} from './namespace.js';

/** Every packet that passes a machine and fits a filter, one line for each, as tcpdump writes it. */
export class Capture {
  readonly packets: string[] = [];
  readonly #process: Inhabitant;

  private constructor(process: Inhabitant) {
    this.#process = process;
  }

  static async start(machine: Namespace, filter: string): Promise<Capture> {
    const words = `exec tcpdump --immediate-mode -lnpq -i any '${filter}' 2>&1`;
    const capture = new Capture(machine.start('sh', ['-c', words]));
    await new Promise<void>((resolve) => {
      createInterface(capture.#process.stdout).on('line', (line) => {
        if (/^\d\d:\d\d:\d\d/.test(line)) capture.packets.push(line);
        else if (line.includes('listening on')) resolve();
      });
    });
    return capture;
  }

  stop(): void {
    this.#process.kill();
  }
}
