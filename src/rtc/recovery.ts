import type {Clock} from '../util/clock.js';

/** Milliseconds given to one attempt before the next. */
const PATIENCE = 5000;

export interface Recovery {
  lost(): void;
  found(): void;
}

/**
 * What to do while a path is lost: `first` at once, `again` each few seconds until it is found. (A lost path often
 * comes back by an ICE restart; when it does not, a new connection does.)
 */
export const createRecovery = (clock: Clock, first: () => void, again: () => void): Recovery => {
  let cancel: (() => void) | undefined;
  const later = (): void => {
    cancel = clock.after(PATIENCE, () => {
      again();
      later();
    });
  };
  return {
    lost: () => {
      if (cancel) return;
      first();
      later();
    },
    found: () => {
      cancel?.();
      cancel = undefined;
    },
  };
};
