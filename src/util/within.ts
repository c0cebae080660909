import type {Clock} from './clock.js';

/** Settles as `promise` does, or rejects with a `TimeoutError` after `ms`. What `promise` does later is ignored. */
export const within = <T>(promise: Promise<T>, ms: number, clock: Clock): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new DOMException(`Nothing came within ${ms} ms.`, 'TimeoutError')));
    void promise.then(resolve, reject).finally(cancel);
  });
