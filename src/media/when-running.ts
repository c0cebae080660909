import type {Clock} from '../util/clock.js';
import {untilGesture} from './until-gesture.js';

/** Starting the machine's audio takes up to a quarter of a second (measured) even where it is allowed. */
const PATIENCE = 600;

/** Only Firefox says so. There a machine without any loudspeaker never runs a context, and no gesture would help. */
const isAllowed = (context: AudioContext): boolean => {
  const {getAutoplayPolicy} = navigator as Navigator & {getAutoplayPolicy?: (of: AudioContext) => string};
  return getAutoplayPolicy?.call(navigator, context) === 'allowed';
};

/**
 * Resolves when the context sounds, or `signal` aborted. Where the browser seems to want a gesture first, `blocked` is
 * called after a moment and the next gesture starts it.
 */
export const whenRunning = (context: AudioContext, clock: Clock, signal: AbortSignal, blocked: () => void): Promise<void> =>
  new Promise((resolve) => {
    const waiting = new AbortController();
    const done = (): void => {
      waiting.abort();
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const check = (): void => {
      if (context.state === 'running') done();
    };
    const cancel = clock.after(PATIENCE, () => {
      void untilGesture(() => context.resume(), waiting.signal).then(check, () => {});
      if (!isAllowed(context)) blocked();
    });
    if (signal.aborted) return done();
    signal.addEventListener('abort', done);
    context.addEventListener('statechange', check, {signal: waiting.signal});
    context.resume().then(check, () => {});
    check();
  });
