const listeners = new Set<() => void>();
let interval: ReturnType<typeof setInterval> | undefined;

/** Calls `fn` every second until the returned function is called. One timer serves all, and only while wanted. */
export const everySecond = (fn: () => void): (() => void) => {
  listeners.add(fn);
  interval ??= setInterval(() => listeners.forEach((tell) => tell()), 1000);
  return () => {
    listeners.delete(fn);
    if (listeners.size) return;
    clearInterval(interval);
    interval = undefined;
  };
};
