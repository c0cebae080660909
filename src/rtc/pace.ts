import type {Clock} from '../util/clock.js';

export interface Pace {
  ask(): void;
  close(): void;
}

/** Milliseconds. */
const PAUSE = 1000;

/**
 * Does `fn` at once, and again no sooner than a second later, once for all who asked meanwhile: the other side may ask
 * as often as it likes.
 */
export const createPace = (clock: Clock, fn: () => void): Pace => {
  let cancel: (() => void) | undefined;
  let again = false;
  const run = (): void => {
    again = false;
    cancel = clock.after(PAUSE, () => {
      cancel = undefined;
      if (again) run();
    });
    fn();
  };
  return {
    ask: () => {
      if (cancel) again = true;
      else run();
    },
    close: () => cancel?.(),
  };
};
