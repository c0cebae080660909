import {setTimeout as delay} from 'node:timers/promises';
import {connect} from '@nats-io/transport-node';
import type {Msg, NatsConnection, Subscription} from '@nats-io/transport-node';
import type {NatsConfig} from '../config/config.js';
import type {Log} from '../log.js';
import {createAllowance} from './allowance.js';
import type {Bus} from './bus.js';
import {natsOptions} from './nats-options.js';

const MOST_PENDING_BYTES = 8 * 1024 * 1024;
const LONGEST_DRAIN = 1000;

interface Listener {
  readonly subject: string;
  readonly fn: (data: unknown, subject: string) => void;
  subscription?: Subscription;
}

export class NatsBus implements Bus {
  readonly #config: NatsConfig;
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();
  readonly #gapListeners = new Set<() => void>();
  readonly #closing = new AbortController();
  readonly #mayGo = createAllowance(MOST_PENDING_BYTES, async () => this.#connection?.flush());
  #connection: NatsConnection | undefined;
  #isReady = false;
  #dropped = 0;

  constructor(config: NatsConfig, log: Log) {
    this.#config = config;
    this.#log = log;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get dropped(): number {
    return this.#dropped;
  }

  publish(subject: string, data: unknown): void {
    try {
      const text = JSON.stringify(data);
      if (!this.#isReady || !this.#mayGo(Buffer.byteLength(text))) this.#dropped += 1;
      else this.#connection?.publish(this.#full(subject), text);
    } catch {
      this.#dropped += 1;
    }
  }

  subscribe(subject: string, fn: Listener['fn']): () => void {
    const listener: Listener = {subject, fn};
    this.#listeners.add(listener);
    this.#listen(listener);
    return () => {
      this.#listeners.delete(listener);
      listener.subscription?.unsubscribe();
    };
  }

  onGap(fn: () => void): () => void {
    this.#gapListeners.add(fn);
    return () => this.#gapListeners.delete(fn);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const connection = this.#connection;
    // What was said last still goes out, if it can.
    if (this.#isReady) await Promise.race([connection?.drain().catch(() => undefined), delay(LONGEST_DRAIN, undefined, {ref: false})]);
    this.#isReady = false;
    await connection?.close();
  }

  /** Settles after the first try; the others go on by themselves. */
  async open(): Promise<void> {
    await this.#connect();
    void this.#stayConnected();
  }

  async #stayConnected(): Promise<void> {
    const {signal} = this.#closing;
    while (!signal.aborted) {
      if (this.#connection) await this.#follow(this.#connection);
      await delay(250 + Math.random() * 1000, undefined, {signal, ref: false}).catch(() => undefined);
      if (!signal.aborted) await this.#connect();
    }
  }

  /** The client reconnects on its own once it has had a connection, but not to get the first. */
  async #connect(): Promise<void> {
    try {
      const connection = await connect(natsOptions(this.#config));
      if (this.#closing.signal.aborted) return await connection.close();
      this.#connection = connection;
      for (const listener of this.#listeners) this.#listen(listener);
      this.#becomeReady();
    } catch (error) {
      this.#log.warn({code: 'bus-unreachable', error}, 'NATS cannot be reached; trying again.');
    }
  }

  /** Settles when the connection is over for good. */
  async #follow(connection: NatsConnection): Promise<void> {
    for await (const {type} of connection.status()) {
      if (type === 'disconnect') this.#loseTouch();
      if (type === 'reconnect') this.#becomeReady();
    }
    this.#isReady = false;
    this.#connection = undefined;
  }

  #loseTouch(): void {
    if (!this.#isReady) return;
    this.#isReady = false;
    this.#log.warn({code: 'bus-lost'}, 'The connection to NATS is lost; trying again.');
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#log.info({code: 'bus-connected'}, 'NATS is connected.');
    for (const fn of this.#gapListeners) this.#tell(fn);
  }

  #listen(listener: Listener): void {
    try {
      const callback = (error: Error | null, message: Msg): void => this.#receive(listener, error, message);
      const subscription = this.#connection?.subscribe(this.#full(listener.subject), {callback});
      if (subscription) listener.subscription = subscription;
    } catch (error) {
      this.#refused(error);
    }
  }

  #refused(error: unknown): void {
    const sentence = 'NATS does not permit a subscription: allow this account all subjects below the prefix.';
    this.#log.error({code: 'bus-subject-refused', error}, sentence);
  }

  #receive({fn}: Listener, refusal: Error | null, message: Msg): void {
    if (refusal) return this.#refused(refusal);
    this.#tell(() => fn(message.json(), message.subject.slice(this.#config.prefix.length + 1)));
  }

  /** One listener that fails harms no other, and not the connection. */
  #tell(fn: () => void): void {
    try {
      fn();
    } catch (error) {
      this.#dropped += 1;
      this.#log.debug({code: 'bus-message-dropped', error}, 'What came from another node was dropped.');
    }
  }

  #full(subject: string): string {
    return `${this.#config.prefix}.${subject}`;
  }
}

export const openNatsBus = async (config: NatsConfig, log: Log): Promise<NatsBus> => {
  const bus = new NatsBus(config, log);
  await bus.open();
  return bus;
};
