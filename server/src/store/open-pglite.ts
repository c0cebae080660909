import {chmod, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {Database} from './database.js';
import {lockFolder} from './folder-lock.js';
import {loadPglite} from './load-pglite.js';
import {queriesOf} from './queries-of.js';
import type {Source} from './queries-of.js';
import {StoreError} from './store-error.js';

/** Holds credentials: for this account only, whoever made the folder around it. */
const prepare = async (folder: string): Promise<string> => {
  const path = join(folder, 'pglite');
  await mkdir(path, {recursive: true, mode: 0o700});
  await chmod(path, 0o700);
  return path;
};

const create = async (folder: string | undefined) => {
  const PGlite = await loadPglite();
  try {
    return await PGlite.create(folder === undefined ? {} : {dataDir: await prepare(folder)});
  } catch (cause) {
    const sentence = `The embedded database in ${folder ?? 'memory'} cannot be opened: restore the folder from a backup, or choose another by DATA_DIR.`;
    throw new StoreError('store-refused', sentence, {cause});
  }
};

/** It answers without leaving the turn of the event loop: many queries in a row would let nothing else happen. */
const politely = (source: Source): Source => ({
  async query(sql, values) {
    await setImmediate();
    return source.query(sql, values);
  },
});

/** PostgreSQL inside this process, in a folder or, without one, in memory. */
export const openPglite = async (folder: string | undefined): Promise<Database> => {
  const unlock = folder === undefined ? undefined : await lockFolder(folder);
  try {
    const pglite = await create(folder);
    return {
      query: queriesOf(politely(pglite)),
      transaction: (fn) => pglite.transaction((transaction) => fn({query: queriesOf(politely(transaction))})),
      async close() {
        if (!pglite.closed) await pglite.close();
        await unlock?.();
      },
    };
  } catch (error) {
    await unlock?.();
    throw error;
  }
};
