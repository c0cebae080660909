import type {Clock} from '../../src/presence/clock.js';

/** Time that passes when the test says so. */
export class ManualClock implements Clock {
  #now = 0;
  readonly #due = new Set<{readonly at: number; readonly fn: () => void}>();

  after(milliseconds: number, fn: () => void): () => void {
    const timer = {at: this.#now + milliseconds, fn};
    this.#due.add(timer);
    return () => this.#due.delete(timer);
  }

  /** Each timer at its own time, those that others start included. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#due].filter(({at}) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.#due.delete(next);
      this.#now = next.at;
      next.fn();
    }
    this.#now = end;
  }

  get waiting(): number {
    return this.#due.size;
  }
}
