import {setTimeout as pause} from 'node:timers/promises';

/** Generous: machines that run browsers are busy. Nothing is decided by it but that it will never come. */
export const PATIENCE = 20_000;

/** A page that is just being loaded anew cannot answer; the next question will find it. */
const isPassing = (error: unknown): boolean =>
  /context|navigat|no such frame|detached/i.test(String((error as Partial<Error> | null)?.message));

/** Asks until the answer is yes, and rejects with `what` when it does not come. */
export const until = async (what: string, ask: () => Promise<boolean>, ms = PATIENCE): Promise<void> => {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (!isPassing(error)) throw error;
      return false;
    });
    if (answer) return;
    if (performance.now() > end) throw new Error(`${what}: not within ${ms / 1000} s`);
    await pause(40);
  }
};
