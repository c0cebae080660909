import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import type {Readable, Writable} from 'node:stream';
import {run} from './command.js';

export type Inhabitant = ChildProcessByStdio<Writable, Readable, null>;

export interface StartOptions {
  readonly stderr?: 'inherit' | 'ignore';
  readonly env?: NodeJS.ProcessEnv;
}

/** Which process a namespace of ours belongs to is in its name, so that nothing of another run is ever swept. */
const PREFIX = 'call-lab-';
const nameOf = (role: string): string => `${PREFIX}${process.pid}-${role}`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A machine of the lab: its own interfaces, addresses, routes and packet filter, and nothing that leads outside. */
export class Namespace {
  readonly name: string;

  private constructor(role: string) {
    this.name = nameOf(role);
  }

  static async create(role: string, {forwards = false} = {}): Promise<Namespace> {
    const namespace = new Namespace(role);
    await run('ip', ['netns', 'add', namespace.name]);
    await namespace.run('sh', ['-c', 'echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6']);
    if (forwards) await namespace.run('sh', ['-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward']);
    await namespace.ip('link set lo up');
    return namespace;
  }

  /** `ip` of iproute2, in here; its words are separated by spaces. */
  ip(words: string): Promise<string> {
    return run('ip', ['-n', this.name, ...words.split(' ')]);
  }

  run(command: string, args: readonly string[], options?: Parameters<typeof run>[2]): Promise<string> {
    return run('ip', ['netns', 'exec', this.name, command, ...args], options);
  }

  /** Starts a process that stays. It ends with this one, or with the namespace. */
  start(command: string, args: readonly string[], {stderr = 'inherit', env = {}}: StartOptions = {}): Inhabitant {
    const all = {...process.env, ...env};
    return spawn('ip', ['netns', 'exec', this.name, command, ...args], {env: all, stdio: ['pipe', 'pipe', stderr]});
  }
}

const remove = async (name: string): Promise<void> => {
  for (const pid of (await run('ip', ['netns', 'pids', name])).split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  // Interfaces, packet filters and counters go with it.
  await run('ip', ['netns', 'delete', name]);
};

/** Removes what this process has made, and what a killed one has left behind, with all that runs in there. */
export const sweepNamespaces = async (): Promise<void> => {
  const names = (await run('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0] ?? '');
  for (const name of names) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = Number.parseInt(name.slice(PREFIX.length), 10);
    if (owner === process.pid || !isAlive(owner)) await remove(name);
  }
};
