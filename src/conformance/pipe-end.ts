import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import {randomId} from '../util/random-id.js';
import type {Address, Connector, ConnectorSender, ConnectorStatus} from '../connectors/connector.js';
import {eventually} from './check.js';
import type {ConformanceSetup} from './options.js';

/** The calls in which people of a test write to each other, by who they are. */
const calls = new Map<string, Promise<string>>();

interface Received {
  readonly message: unknown;
  readonly sender: ConnectorSender | undefined;
}

/** One connector, opened as somebody, and what it got. */
export class PipeEnd {
  readonly user: string;
  readonly endpoint = randomId();
  readonly connector: Connector;
  readonly received: Received[] = [];
  readonly statuses: ConnectorStatus[] = [];
  readonly abort = new AbortController();
  readonly #patience: number;
  readonly #needsCall: boolean;
  readonly #waiting = new Set<() => void>();

  constructor({create, configuration, patience, needsCall}: ConformanceSetup, user: string) {
    this.user = user;
    [this.#patience, this.#needsCall] = [patience, needsCall];
    this.connector = create({...DEFAULT_CONFIGURATION, ...configuration, userId: user});
  }

  get address(): Address {
    return {user: this.user, endpoint: this.endpoint};
  }

  /** The texts of the notes that came, in the order in which they came. */
  get notes(): readonly unknown[] {
    return this.received.map(({message}) => (message as {readonly note?: unknown}).note);
  }

  async open(): Promise<void> {
    const self = {user: this.user, endpoint: this.endpoint, name: `${this.user} by name`, avatar: ''};
    const sink = {
      message: (message: unknown, sender?: ConnectorSender) => {
        if (!this.#isForUs(message)) return;
        this.received.push({message, sender});
        for (const look of [...this.#waiting]) look();
      },
      status: (status: ConnectorStatus) => void this.statuses.push(status),
    };
    const opening = this.connector.open(self, sink, this.abort.signal);
    let failure: unknown;
    await eventually(`${this.user} to be open`, this.#patience, (done) => {
      opening.then(done, (error: unknown) => {
        failure = error ?? new Error('open() rejected');
        done();
      });
    });
    if (failure) throw failure;
  }

  /** Like an envelope, it says what it is about, from whom and to whom: a server may look at that much. */
  async note(to: Address, note: unknown): Promise<void> {
    await this.connector.send(to, this.#about(await this.#callWith(to.user), to, {type: 'note', note}));
  }

  #about(call: string, to: Address, what: object): object {
    return {v: 1, call, from: this.address, to, seq: 0, ack: 0, ...what};
  }

  /** Whoever writes first to somebody rings them. */
  async #callWith(user: string): Promise<string> {
    if (!this.#needsCall) return 'conformance';
    const pair = JSON.stringify([this.user, user].sort());
    if (!calls.has(pair)) calls.set(pair, this.#ring(user));
    return calls.get(pair) ?? '';
  }

  async #ring(user: string): Promise<string> {
    const call = randomId();
    const body = {media: 'audio', name: '', avatar: '', sentAt: Date.now()};
    await this.connector.send({user}, this.#about(call, {user}, {type: 'ring', body}));
    return call;
  }

  /** Within calls there is more than notes, and a server may address persons only: what is for another endpoint, the core lets be. */
  #isForUs(message: unknown): boolean {
    const {type, to} = message as {readonly type?: unknown; readonly to?: Address};
    return !this.#needsCall || (type === 'note' && (to?.endpoint ?? this.endpoint) === this.endpoint);
  }

  /** Settles when as many messages have come. */
  async got(count: number): Promise<void> {
    await eventually(`${this.user} to get ${count} messages, not ${this.received.length}`, this.#patience, (done) => {
      const look = (): void => {
        if (this.received.length >= count) done();
      };
      this.#waiting.add(look);
      look();
      return () => void this.#waiting.delete(look);
    });
  }
}

/** Runs `body` with connectors opened as these users, and closes them whatever comes of it. */
export const withPipes = async (
  setup: ConformanceSetup,
  users: readonly string[],
  body: (...ends: PipeEnd[]) => Promise<void>,
): Promise<void> => {
  const ends = users.map((user) => new PipeEnd(setup, user));
  try {
    for (const end of ends) await end.open();
    await body(...ends);
  } finally {
    await Promise.allSettled(ends.map(({connector}) => connector.close()));
  }
};
