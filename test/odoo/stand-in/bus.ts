/** Milliseconds of the past that a socket gets which subscribes with `last: 0`. */
const REPLAYED = 50_000;

export interface Notification {
  readonly id: number;
  readonly message: {readonly type: string; readonly payload: unknown};
}

interface Stored extends Notification {
  readonly at: number;
  readonly channel: string;
}

/** Somebody who listens on channels. */
export interface Listener {
  readonly channels: ReadonlySet<string>;
  receive(notifications: readonly Notification[]): void;
}

/** bus.bus: what was said on which channel, kept, and given to whoever listens on it when the transaction is over. */
export class Bus {
  readonly stored: Stored[] = [];
  readonly #listeners = new Set<Listener>();
  #fresh: Stored[] = [];
  /** As in the frames, where others had used it before. */
  #id = 579;

  /** Gathered until the request that says it is done: then it goes out as one frame. */
  send(channel: string, type: string, payload: unknown): void {
    // What Odoo itself says beside; ids have gaps.
    const plain = JSON.parse(JSON.stringify(payload)) as unknown;
    const one = {id: (this.#id += 1 + (this.#id % 2)), message: {type, payload: plain}, at: Date.now(), channel};
    this.stored.push(one);
    if (this.#fresh.push(one) === 1) queueMicrotask(() => this.#commit());
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hears(channel: string): boolean {
    return [...this.#listeners].some(({channels}) => channels.has(channel));
  }

  get lastId(): number {
    return this.stored.at(-1)?.id ?? 0;
  }

  /** What a socket gets that has just subscribed. */
  since(last: number, channels: ReadonlySet<string>): readonly Notification[] {
    const from = last > this.#id ? 0 : last;
    const isWanted = (one: Stored): boolean => (from > 0 ? one.id > from : Date.now() - one.at < REPLAYED);
    return this.stored.filter((one) => channels.has(one.channel) && isWanted(one)).map(asSent);
  }

  #commit(): void {
    const fresh = this.#fresh;
    this.#fresh = [];
    for (const listener of [...this.#listeners]) {
      const theirs = fresh.filter(({channel}) => listener.channels.has(channel)).map(asSent);
      if (theirs.length) listener.receive(theirs);
    }
  }
}

const asSent = ({id, message}: Stored): Notification => ({id, message});
