import type {Clock} from './clock.js';

export interface Spaced {
  /** News of that key. */
  (key: string): void;
  stop(): void;
}

/** Calls `fn` at once, and then not again for that key within `pause`; what comes meanwhile is one call at its end. */
export const spaced = (clock: Clock, pause: number, fn: (key: string) => void): Spaced => {
  const resting = new Map<string, {hasNews: boolean; readonly wake: () => void}>();
  const act = (key: string): void => {
    const wake = clock.after(pause, () => {
      const hasNews = resting.get(key)?.hasNews;
      resting.delete(key);
      if (hasNews) act(key);
    });
    resting.set(key, {hasNews: false, wake});
    fn(key);
  };
  const hear = (key: string): void => {
    const rest = resting.get(key);
    if (rest) rest.hasNews = true;
    else act(key);
  };
  const stop = (): void => {
    for (const {wake} of resting.values()) wake();
    resting.clear();
  };
  return Object.assign(hear, {stop});
};
