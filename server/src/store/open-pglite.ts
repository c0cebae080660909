import {join} from 'node:path';
import type {Database} from './database.js';
import {lockFolder} from './folder-lock.js';
import {loadPglite} from './load-pglite.js';
import {queriesOf} from './queries-of.js';

/** PostgreSQL inside this process, in a folder or, without one, in memory. */
export const openPglite = async (folder: string | undefined): Promise<Database> => {
  const PGlite = await loadPglite();
  const unlock = folder === undefined ? undefined : await lockFolder(folder);
  const pglite = await PGlite.create(folder === undefined ? {} : {dataDir: join(folder, 'pglite')});
  return {
    query: queriesOf(pglite),
    transaction: (fn) => pglite.transaction((transaction) => fn({query: queriesOf(transaction)})),
    async close() {
      if (!pglite.closed) await pglite.close();
      await unlock?.();
    },
  };
};
