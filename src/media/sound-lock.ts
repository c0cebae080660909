import type {Clock} from '../util/clock.js';

/** A tab that nobody has touched lets the others go first, for it may not be allowed to sound. */
const COURTESY = 150;

const pause = (ms: number, clock: Clock, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => (cancel(), resolve()), {once: true});
  });

/**
 * Resolves when this tab is the one that sounds; it is until `signal` aborts. Without Web Locks every tab is.
 * After an abort it resolves too: look at `signal` before you act.
 */
export const soundLock = async (name: string, clock: Clock, signal: AbortSignal): Promise<void> => {
  const {locks, userActivation} = navigator as Partial<Navigator>;
  if (!locks || signal.aborted) return;
  if (!userActivation?.hasBeenActive) await pause(COURTESY, clock, signal);
  if (signal.aborted) return;
  await new Promise<void>((held) => {
    const hold = (): Promise<void> | undefined => {
      held();
      if (signal.aborted) return undefined;
      return new Promise((release) => signal.addEventListener('abort', () => release(), {once: true}));
    };
    // Refused altogether in a sandboxed frame: better two rings than none.
    locks.request(name, {signal}, hold).catch(() => held());
  });
};
