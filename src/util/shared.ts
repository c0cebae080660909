import {MAJOR} from './version.js';

/** What all copies of one major version on a page have in common under `name`; made by the first that asks. */
export const shared = <T>(name: string, make: () => T): T => {
  const shelf = globalThis as unknown as Record<symbol, T | undefined>;
  return (shelf[Symbol.for(`call-elements/${MAJOR}/${name}`)] ??= make());
};
