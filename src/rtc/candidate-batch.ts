import type {Candidate} from '../protocol/messages.js';
import {LIMITS} from '../protocol/parse-body.js';
import type {Clock} from '../util/clock.js';

/** Milliseconds within which candidates travel together. */
const BATCH_WINDOW = 50;

/** Sends the first candidate at once and those that follow in batches, no larger than the other side reads. */
export const createCandidateBatch = (clock: Clock, send: (candidates: readonly Candidate[]) => void) => {
  let waiting: Candidate[] = [];
  let cancel: (() => void) | undefined;

  const flush = (): void => {
    cancel = undefined;
    if (waiting.length === 0) return;
    cancel = clock.after(BATCH_WINDOW, flush);
    send(waiting.splice(0, LIMITS.candidates));
  };
  return {
    add: (candidate: Candidate): void => {
      waiting.push(candidate);
      if (!cancel) flush();
    },
    close: (): void => {
      cancel?.();
      waiting = [];
    },
  };
};
