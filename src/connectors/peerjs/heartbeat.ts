/** Milliseconds between two probes, and how long an echo may take: a dead path is noticed within ten seconds. */
const EVERY = 5000;
const PATIENCE = 4000;
/** Milliseconds that a server may take to say that it is there. */
const OPENING = 8000;

/**
 * Finds out whether a socket still carries: probes by a message to oneself, since PeerJS's own heartbeat is never
 * answered and a half-open TCP connection looks like a silent one.
 */
export const createHeartbeat = (probe: () => void, lost: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;

  const wait = (ms: number, fn: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(fn, ms);
  };
  const beat = (patience = PATIENCE): void => {
    probe();
    // Another probe is no reprieve: on a dead path they would follow one another for ever.
    if (!isAsked || patience < PATIENCE) wait(patience, lost);
    isAsked = true;
  };
  return {
    opening: (): void => wait(OPENING, lost),
    beat,
    echo: (): void => {
      isAsked = false;
      wait(EVERY, beat);
    },
    stop: (): void => {
      isAsked = false;
      clearTimeout(timer);
    },
  };
};
