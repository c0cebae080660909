import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import pg from 'pg';
import {postgresqlFolder} from '../../../scripts/install-postgresql.mjs';
import {freePort} from './free-port.js';

const FOLDER = postgresqlFolder() ?? '';

/** In URLs only: what logs and answers are searched for. */
export const PASSWORD = 'pa55word-of-the-test';

/** PostgreSQL refuses to run as root: another account of this machine then, as options of `spawn`. */
const account = (): {uid?: number; gid?: number} | undefined => {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return line && {uid: Number(line[2]), gid: Number(line[3])};
};

const ACCOUNT = account();

/** For node:test's `skip`. */
export const NO_POSTGRESQL =
  FOLDER && ACCOUNT ? false : 'PostgreSQL is not installed here: node scripts/install-postgresql.mjs';

/** A PostgreSQL of Debian's in a folder of its own, for one test file: may be stopped and started again on its port. */
export class RealPostgresql {
  #child: ChildProcess | undefined;
  #databases = 0;

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {
    process.once('exit', () => this.#remove());
  }

  static async start(): Promise<RealPostgresql> {
    const folder = mkdtempSync(join(tmpdir(), 'call-elements-postgresql-'));
    const password = join(folder, 'password');
    writeFileSync(password, PASSWORD);
    for (const path of [folder, password]) if (ACCOUNT?.uid !== undefined) chownSync(path, ACCOUNT.uid, ACCOUNT.gid ?? 0);
    const args = ['-D', join(folder, 'data'), '-U', 'tester', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '--locale=C', '-N'];
    await promisify(execFile)(join(FOLDER, 'initdb'), args, {cwd: folder, ...ACCOUNT});
    const postgresql = new RealPostgresql(folder, await freePort());
    await postgresql.start();
    return postgresql;
  }

  url(database = 'postgres', password = PASSWORD): string {
    return `postgres://tester:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /** The URL of an empty database. */
  async createDatabase(): Promise<string> {
    const name = `test_${(this.#databases += 1)}`;
    const client = new pg.Client(this.url());
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return this.url(name);
  }

  async start(): Promise<void> {
    const settings = {port: this.port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off'};
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(FOLDER, 'postgres'), ['-D', join(this.folder, 'data'), ...args], {
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...ACCOUNT,
    });
    this.#child = child;
    const lines = createInterface({input: child.stderr});
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        if (line.includes('database system is ready')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`postgres ended with ${code}`)));
    });
  }

  /** At once, as a crash would: connections end without a farewell. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGQUIT');
    await once(child, 'exit');
  }

  /** Takes connections and questions, and answers none: a hung disk, or a firewall that swallows. */
  fallSilent(): void {
    this.#signal('SIGSTOP');
  }

  speakAgain(): void {
    this.#signal('SIGCONT');
  }

  async end(): Promise<void> {
    await this.stop();
    this.#remove();
  }

  /** To the process and to those that it made, one for each connection. */
  #signal(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    assert(pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    for (const one of [pid, ...children.map(Number)]) process.kill(one, signal);
  }

  #remove(): void {
    this.#child?.kill('SIGQUIT');
    rmSync(this.folder, {recursive: true, force: true});
  }
}
