import type {Clock} from '../../src/util/clock.js';

export interface FakeClock extends Clock {
  /** Moves the hands, running what falls due in order; promises settle before, between and after. */
  advance(ms: number): Promise<void>;
  /** How many timers still wait. */
  readonly pending: number;
}

interface Timer {
  readonly due: number;
  readonly fn: () => void;
}

/** One turn of the event loop: by then every microtask has run, however deep its chain is. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    const {setImmediate: immediate} = globalThis as {setImmediate?: (fn: () => void) => void};
    if (immediate) return immediate(resolve);
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** A clock that stands still until told, the same on every run. */
export const createFakeClock = (start = 1_000_000): FakeClock => {
  const timers = new Set<Timer>();
  let now = start;

  const next = (until: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) {
      if (timer.due <= until && (!first || timer.due < first.due)) first = timer;
    }
    return first;
  };

  return {
    now: () => now,
    after: (ms, fn) => {
      const timer = {due: now + Math.max(0, ms), fn};
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.due);
        timer.fn();
        await settle();
      }
      now = until;
    },
    get pending() {
      return timers.size;
    },
  };
};
