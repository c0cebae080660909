import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {natsPath} from '../../../scripts/install-nats.mjs';
import {freePort} from './free-port.js';

/** For node:test's `skip`. */
export const NO_NATS = natsPath() ? false : 'nats-server is not installed here: node scripts/install-nats.mjs';

/** A nats-server of Debian's, for one test file: may be stopped and started again on its port. */
export class RealNats {
  #child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    readonly args: readonly string[],
  ) {}

  /** `args` for example `--user` and `--pass`. */
  static async start(args: readonly string[] = []): Promise<RealNats> {
    const nats = await RealNats.stopped(args);
    await nats.start();
    return nats;
  }

  static async stopped(args: readonly string[] = []): Promise<RealNats> {
    return new RealNats(await freePort(), args);
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = ['--addr', '127.0.0.1', '--port', String(this.port), ...this.args];
    const child = spawn(natsPath() ?? 'nats-server', args, {stdio: ['ignore', 'ignore', 'pipe']});
    this.#child = child;
    process.once('exit', () => child.kill());
    const lines = createInterface({input: child.stderr});
    await new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        if (line.includes('Server is ready')) resolve();
      });
    });
  }

  /** At once, as a crash would. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
