import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {Inbox} from './inbox.js';
import {SECRET, TOKENS} from './sign.js';
import type {LogLine} from './test-log.js';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The server as an administrator runs it: a process of its own, told all by its environment. */
export class ServerProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly lines: Inbox<LogLine & {readonly port?: number}>,
    readonly port: number,
  ) {}

  static async start(env: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const given = {TOKEN_SECRET: SECRET, TOKEN_ISSUER: TOKENS.issuer, HOST: '127.0.0.1', PORT: '0', ...env};
    const child = spawn(process.execPath, ['--import=tsx', MAIN], {
      env: {PATH: process.env['PATH'], ...given},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const lines = new Inbox<LogLine & {readonly port?: number}>();
    createInterface({input: child.stdout}).on('line', (line) => lines.add(JSON.parse(line) as LogLine));
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)));
    // Whoever ends it later knows.
    ended.catch(() => undefined);
    const {port = 0} = await Promise.race([lines.find(({port}) => port !== undefined), ended]);
    return new ServerProcess(child, lines, port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** At once, as a crash would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As systemd and containers do; with the exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const {child} = this;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  }
}
