/** Kept equal to package.json by `scripts/write-version.mjs`. */
export const VERSION = '0.1.0';

/** Copies of one major version share one controller. */
export const MAJOR = 1;
