import type {Log} from '../log.js';
import type {Database} from './database.js';
import {migrate} from './migrate.js';
import {openPglite} from './open-pglite.js';
import {openPostgres} from './open-postgres.js';

export interface DatabaseOptions {
  /** Of a PostgreSQL; without it one is embedded. */
  readonly url?: string | undefined;
  /** Where the embedded one keeps its files; in memory without it. */
  readonly folder?: string | undefined;
  /** Milliseconds to wait at most for the PostgreSQL to answer. */
  readonly patience?: number;
}

/** It may take long on large tables, and waits for another server that is at it. */
const migratePostgres = async (url: string, log: Log, patience: number) => {
  const database = await openPostgres(url, log, patience, {});
  try {
    return await migrate(database);
  } finally {
    await database.close();
  }
};

/** Opens the database and brings its tables up to date. Rejects with a `StoreError`. */
export const openDatabase = async ({url, folder, patience = 30_000}: DatabaseOptions, log: Log): Promise<Database> => {
  const database = url ? await openPostgres(url, log, patience) : await openPglite(folder);
  try {
    const {from, to} = await (url ? migratePostgres(url, log, patience) : migrate(database));
    log.info({source: url ? 'postgresql' : 'embedded', version: to}, from === to ? 'The database is ready.' : 'The database was brought up to date.');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
};
