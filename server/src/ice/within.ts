import {IceSourceError} from './ice-source-error.js';

/** The promise, or after so many milliseconds a `timeout`; what was promised goes on. */
export const within = async <Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IceSourceError('timeout')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};
