import {after, before, beforeEach, describe} from 'node:test';
import type {Database} from '../../src/store/database.js';
import {openDatabase} from '../../src/store/open-database.js';
import {NO_POSTGRESQL, RealPostgresql} from './real-postgresql.js';
import {createTestLog} from './test-log.js';

/** Says what a store does on each kind of database; `database()` is an empty one. */
export const onEachDatabase = (title: string, fn: (database: () => Database) => void): void => {
  const run = (kind: string, skip: string | false, open: () => Promise<Database>): void => {
    describe(`${title}, ${kind}`, {skip}, () => {
      let database: Database;
      before(async () => {
        database = await open();
      });
      beforeEach(() => database.query('truncate call_elements.settings, call_elements.im_accounts, call_elements.calls'));
      after(() => database.close());
      fn(() => database);
    });
  };

  run('embedded', false, () => openDatabase({}, createTestLog().log));

  let postgresql: RealPostgresql;
  run('on PostgreSQL', NO_POSTGRESQL, async () => {
    postgresql = await RealPostgresql.start();
    const database = await openDatabase({url: postgresql.url()}, createTestLog().log);
    return {
      ...database,
      async close() {
        await database.close();
        await postgresql.end();
      },
    };
  });
};
