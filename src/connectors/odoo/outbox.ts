import {CallError} from '../../types/call-error.js';
import {backOff} from '../../util/back-off.js';
import type {Clock} from '../../util/clock.js';

/** What goes out about a call, in the words of the addon's route. */
export interface Signal {
  readonly signal_type: string;
  readonly signal_data: unknown;
  readonly to_client_id?: string;
}

/** The server takes no more in one request; bytes of JSON with room for the envelope. */
const MOST = 50;
const LARGEST = 95_000;

/** The core repeats its messages until they are acknowledged; other words are brought to the server as often as this. */
const ATTEMPTS = 6;
const REPEATED = ['message', 'ringing'];

interface Item {
  readonly signal: Signal;
  readonly client: string;
  readonly resolve: () => void;
  readonly reject: (error: CallError) => void;
}

export interface OutboxParts {
  readonly clock: Clock;
  /** Rejects with a `CallError`; settles with false when the server did not take it. */
  post(client: string, signals: readonly Signal[]): Promise<boolean>;
}

/**
 * The way of one call to the server: one request at a time, so that order is kept, and what collects meanwhile goes as the
 * next one.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  #queue: Item[] = [];
  #isBusy = false;
  #failures = 0;
  #cancelRetry: (() => void) | undefined;

  /** Nothing goes before `ready` settles: the server must know of the call. */
  constructor(parts: OutboxParts, ready?: Promise<unknown>) {
    this.#parts = parts;
    if (!ready) return;
    this.#isBusy = true;
    const begin = (): void => {
      this.#isBusy = false;
      void this.#next();
    };
    ready.then(begin, () => this.close());
  }

  put(client: string, signal: Signal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({signal, client, resolve, reject});
      void this.#next();
    });
  }

  /** The page goes: nothing waits for an answer any more. */
  flush(): void {
    for (let batch = this.#take(); batch.length; batch = this.#take()) void this.#post(batch);
  }

  /** It may go well now. */
  hurry(): void {
    void this.#next();
  }

  /** What this device still wanted to say is of no use. */
  drop(client: string): void {
    const theirs = this.#queue.filter((item) => item.client === client);
    this.#queue = this.#queue.filter((item) => item.client !== client);
    for (const {reject} of theirs) reject(new CallError('signaling-lost'));
  }

  close(): void {
    this.#cancelRetry?.();
    for (const {reject} of this.#queue.splice(0)) reject(new CallError('signaling-lost'));
  }

  async #next(): Promise<void> {
    if (this.#isBusy || !this.#queue.length) return;
    this.#cancelRetry?.();
    this.#isBusy = true;
    await this.#post(this.#take());
    this.#isBusy = false;
    if (!this.#failures) return void this.#next();
    this.#cancelRetry = this.#parts.clock.after(backOff(this.#failures, {first: 500}), () => void this.#next());
  }

  /** Of one device: the route takes one. */
  #take(): Item[] {
    const client = this.#queue[0]?.client;
    let size = 0;
    const fits = ({signal, client: one}: Item, index: number): boolean => {
      size += JSON.stringify(signal).length;
      return one === client && index < MOST && (index === 0 || size <= LARGEST);
    };
    const end = this.#queue.findIndex((item, index) => !fits(item, index));
    return this.#queue.splice(0, end < 0 ? this.#queue.length : end);
  }

  async #post(batch: readonly Item[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    try {
      const taken = await this.#parts.post(first.client, batch.map(({signal}) => signal));
      this.#failures = 0;
      for (const {resolve, reject} of batch) if (taken) resolve(); else reject(new CallError('signaling-lost'));
    } catch (error) {
      this.#failed(batch, CallError.from(error, 'signaling-lost'));
    }
  }

  #failed(batch: readonly Item[], error: CallError): void {
    const mayPass = error.code === 'signaling-lost' && this.#failures < ATTEMPTS;
    const kept = batch.filter(({signal}) => mayPass && !REPEATED.includes(signal.signal_type));
    for (const item of batch) if (!kept.includes(item)) item.reject(error);
    this.#queue.unshift(...kept);
    this.#failures = kept.length ? this.#failures + 1 : 0;
  }
}
