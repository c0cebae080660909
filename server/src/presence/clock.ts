/** Time, so that tests need not wait. */
export interface Clock {
  /** Calls `fn` once, later; returns how to call it off. */
  after(milliseconds: number, fn: () => void): () => void;
}

/** Keeps no process alive. */
export const realClock: Clock = {
  after(milliseconds, fn) {
    const timer = setTimeout(fn, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
