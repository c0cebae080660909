import {DEFAULT_CONFIGURATION} from '../types/configuration.js';
import {randomId} from '../util/random-id.js';
import type {Address, Connector, ConnectorSender, ConnectorStatus} from '../connectors/connector.js';
import {eventually} from './check.js';
import type {ConformanceSetup} from './options.js';

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
  readonly #waiting = new Set<() => void>();

  constructor({create, configuration, patience}: ConformanceSetup, user: string) {
    this.user = user;
    this.#patience = patience;
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

  /** Like an envelope, it says what it is about: a server may look at that much. */
  async note(to: Address, note: unknown): Promise<void> {
    await this.connector.send(to, {call: 'conformance', type: 'note', note});
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
