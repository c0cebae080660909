import type {Pool} from 'pg';
import type {Log} from '../log.js';
import type {Database} from './database.js';
import {loadPg} from './load-pg.js';
import {queriesOf} from './queries-of.js';
import {asStoreError} from './store-error.js';
import {waitForPostgres} from './wait-for-postgres.js';

/** Connections of one process; milliseconds. */
const LIMITS = {
  max: 10,
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
} as const;

/** A statement that takes longer than this waits for somebody, and is given up. */
const HASTE = {
  statement_timeout: 10_000,
  // For a database that is gone without a word: the one above is kept by the database itself.
  query_timeout: 15_000,
} as const;

const ignore = (): void => undefined;

const transactionsOf = (pool: Pool): Database['transaction'] => async (fn) => {
  const client = await pool.connect().catch((error) => Promise.reject(asStoreError(error)));
  // A connection that breaks while it is lent says so twice; the query in hand is the one that tells.
  client.on('error', ignore);
  const query = queriesOf(client);
  let isSound = false;
  try {
    await query('begin');
    const result = await fn({query});
    await query('commit');
    isSound = true;
    return result;
  } catch (error) {
    isSound = await query('rollback').then(() => true, () => false);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(!isSound);
  }
};

/**
 * A PostgreSQL elsewhere; `sslmode` in the URL says whether and how it is reached by TLS. Waits `patience` milliseconds until
 * it answers. Without haste, a statement may take as long as it takes.
 */
export const openPostgres = async (url: string, log: Log, patience: number, haste: Partial<typeof HASTE> = HASTE): Promise<Database> => {
  const {Pool} = await loadPg();
  const pool = new Pool({connectionString: url, application_name: 'call-elements-server', ...LIMITS, ...haste});
  // Of connections that nobody uses at the moment. Without a listener the process would end.
  pool.on('error', (error) => log.warn({error}, 'A connection to the database was lost.'));
  try {
    await waitForPostgres(pool, log, patience);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    query: queriesOf(pool),
    transaction: transactionsOf(pool),
    async close() {
      if (!pool.ending) await pool.end();
    },
  };
};
