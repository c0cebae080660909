import {setTimeout} from 'node:timers/promises';
import type {Pool} from 'pg';
import type {Log} from '../log.js';
import {isPassing, StoreError} from './store-error.js';

/** What no waiting mends, by SQLSTATE. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/^28/, 'does not accept the user and the password of DATABASE_URL'],
  [/^3D/, 'has no database of the name in DATABASE_URL: create it first'],
];

const refusal = (cause: unknown): StoreError => {
  const code = String((cause as {code?: unknown}).code);
  const [, what] = REFUSALS.find(([pattern]) => pattern.test(code)) ?? [undefined, `refuses this server (${code})`];
  return new StoreError('store-refused', `PostgreSQL ${what}.`, {cause});
};

/** A short word for what went wrong. Messages with a code name hosts and users, those without are sentences of the client. */
const wordFor = (error: unknown): string => {
  const {code, message} = error as {code?: string; message?: string};
  return code ?? message ?? 'no reason given';
};

/** A database and its servers are often started together: tries again, ever more slowly, for `patience` milliseconds. */
export const waitForPostgres = async (pool: Pool, log: Log, patience: number): Promise<void> => {
  const deadline = Date.now() + patience;
  for (let pause = 100; ; pause = Math.min(pause * 2, 3000)) {
    try {
      await pool.query('select 1');
      return;
    } catch (cause) {
      if (!isPassing(cause)) throw refusal(cause);
      const why = wordFor(cause);
      if (Date.now() + pause > deadline) {
        const sentence = `PostgreSQL could not be reached for ${patience / 1000} s (${why}): check DATABASE_URL, and that the database runs.`;
        throw new StoreError('store-unavailable', sentence, {cause});
      }
      if (pause === 100) log.warn({reason: why}, 'Waiting for the database.');
      await setTimeout(pause);
    }
  }
};
