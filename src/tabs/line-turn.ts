import type {TabWorld} from './tab-world.js';

/** Milliseconds in which whoever holds the line says so: it may be asleep, or stand still before a question to the person. */
const PATIENCE = 2000;

export interface TurnParts {
  readonly world: TabWorld;
  readonly lock: string;
  /** Asks who holds the line. */
  ask(): void;
  /** The line is this tab's, or another's after all. */
  held(): void;
  lost(): void;
}

/** When it is this tab's turn to hold the line: when the one before is gone, or does not answer while somebody looks here. */
export class LineTurn {
  readonly #parts: TurnParts;
  readonly #closing = new AbortController();
  #waiting = new AbortController();
  #cancelDoubt: (() => void) | undefined;
  #isHeld = false;

  constructor(parts: TurnParts) {
    this.#parts = parts;
    parts.world.watchVisible(() => this.#ask(), this.#closing.signal);
  }

  start(): void {
    this.#wait();
    this.#ask();
  }

  /** Whoever holds the line was heard of. */
  answered(): void {
    this.#cancelDoubt?.();
  }

  /** The one who holds it can do less than a tab that somebody looks at. */
  hurry(): void {
    if (!this.#isHeld && this.#parts.world.isVisible) this.#wait({steal: true});
  }

  close(): void {
    this.#cancelDoubt?.();
    this.#closing.abort();
    this.#waiting.abort();
  }

  #wait({steal = false} = {}): void {
    this.#waiting.abort();
    // A page that wakes up may still hear that somebody looks at it.
    if (this.#closing.signal.aborted) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    const {world, lock, held} = this.#parts;
    const options = {steal, lost: () => this.#lost(waiting)};
    void world.lock(lock, waiting.signal, options).then((isHeld) => {
      if (!isHeld || waiting.signal.aborted) return;
      this.#isHeld = true;
      held();
    });
  }

  #ask(): void {
    const {world, ask} = this.#parts;
    ask();
    this.#cancelDoubt?.();
    if (this.#isHeld || !world.isVisible) return;
    this.#cancelDoubt = world.clock.after(PATIENCE, () => this.hurry());
  }

  #lost(waiting: AbortController): void {
    if (waiting !== this.#waiting || this.#closing.signal.aborted) return;
    this.#isHeld = false;
    this.#parts.lost();
    this.start();
  }
}
