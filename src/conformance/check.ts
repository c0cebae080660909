/** Throws with `sentence` unless it holds; any test framework takes that for a failure. */
export const check = (holds: boolean, sentence: string): void => {
  if (!holds) throw new Error(sentence);
};

/** Compares as JSON, which is what connectors carry. */
export const checkSame = (actual: unknown, expected: unknown, what: string): void => {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(is === should, `${what}: is ${is}, should be ${should}`);
};

/** Settles as soon as `watch` says so; rejects with what it waited for when its patience is over. */
export const eventually = (
  what: string,
  patience: number,
  watch: (done: () => void) => (() => void) | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let stop: (() => void) | void;
    const timer = setTimeout(() => {
      stop?.();
      reject(new Error(`Waited ${patience} ms in vain: ${what}`));
    }, patience);
    const done = (): void => {
      clearTimeout(timer);
      queueMicrotask(() => stop?.());
      resolve();
    };
    stop = watch(done);
  });
