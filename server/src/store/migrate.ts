import type {Database} from './database.js';
import {MIGRATIONS} from './migrations.js';
import {StoreError} from './store-error.js';

type Transaction = Pick<Database, 'query'>;

/** Any number that no other program is likely to lock. */
const LOCK = 727_301_118;

/** A schema of its own, so that the database may be shared. Looked for first: creating one may be somebody else's right. */
const prepare = async ({query}: Transaction): Promise<void> => {
  const [{found} = {found: false}] = await query<{found: boolean}>(
    `select to_regnamespace('call_elements') is not null as found`,
  );
  if (!found) await query('create schema call_elements');
  await query(`create table if not exists call_elements.versions (
    version integer primary key,
    applied_at timestamptz not null default now()
  )`);
};

const newer = (found: number, known: number): StoreError =>
  new StoreError(
    'store-newer',
    `The database is of version ${found}, and this server knows none above ${known}: start the newer server that made it, or restore a backup from before.`,
  );

/** Brings the tables to the newest version: all of it or nothing, and one process at a time. Settles with both versions. */
export const migrate = (database: Database, migrations = MIGRATIONS): Promise<{from: number; to: number}> =>
  database.transaction(async (transaction) => {
    const {query} = transaction;
    await query('select pg_advisory_xact_lock($1)', [LOCK]);
    await prepare(transaction);
    const rows = await query<{from: number | null}>('select max(version) as "from" from call_elements.versions');
    const from = rows[0]?.from ?? 0;
    const to = migrations.length;
    if (from > to) throw newer(from, to);
    for (const [index, statements] of migrations.entries()) {
      if (index < from) continue;
      for (const statement of statements) await query(statement);
      await query('insert into call_elements.versions (version) values ($1)', [index + 1]);
    }
    return {from, to};
  });
