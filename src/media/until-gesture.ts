/** What browsers take for a sign that somebody is there; which of them counts differs, so each is tried. */
const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const;

const isBlocked = (error: unknown): boolean => (error as Partial<Error> | null)?.name === 'NotAllowedError';

/**
 * Tries `attempt` within each gesture on the page until the browser allows it, or `signal` aborts. Rejects when it
 * fails for another reason than the want of a gesture.
 */
export const untilGesture = (attempt: () => Promise<unknown>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = new AbortController();
    const done = (): void => {
      waiting.abort();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const failed = (error: unknown): void => {
      if (isBlocked(error)) return;
      reject(error);
      done();
    };
    const gesture = (): void => void attempt().then(done, failed);
    if (signal.aborted) return done();
    signal.addEventListener('abort', done);
    for (const type of GESTURES) {
      document.addEventListener(type, gesture, {capture: true, passive: true, signal: waiting.signal});
    }
  });
