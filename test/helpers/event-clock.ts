import type {Clock} from '../../src/util/clock.js';

interface Timer {
  readonly due: number;
  readonly fn: () => void;
}

/** A fake clock for very many events: sorted, and with a look at the world after each. */
export class EventClock implements Clock {
  readonly #timers: Timer[] = [];
  #now = 1_700_000_000_000;
  /** Called after each event, when all that came of it has settled. */
  afterEach: () => void = () => undefined;

  get pending(): number {
    return this.#timers.length;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, fn: () => void): () => void {
    const timer = {due: this.#now + Math.max(0, ms), fn};
    let at = this.#timers.length;
    // The next one is the last: later ones come first.
    while (at > 0 && (this.#timers[at - 1]?.due ?? 0) <= timer.due) at -= 1;
    this.#timers.splice(at, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) this.#timers.splice(index, 1);
    };
  }

  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await this.#settle();
    for (let timer = this.#timers.at(-1); timer && timer.due <= until; timer = this.#timers.at(-1)) {
      this.#timers.pop();
      this.#now = Math.max(this.#now, timer.due);
      timer.fn();
      await this.#settle();
    }
    this.#now = until;
  }

  async #settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.afterEach();
  }
}
