import type {Database} from './database.js';
import {asStoreError} from './store-error.js';

/** What a client, a pool, PGlite and their transactions have in common. */
export interface Source {
  query(sql: string, values?: unknown[]): Promise<{rows: unknown[]}>;
}

export const queriesOf = (source: Source): Database['query'] =>
  async <Row>(sql: string, values: readonly unknown[] = []) => {
    try {
      return (await source.query(sql, [...values])).rows as Row[];
    } catch (error) {
      throw asStoreError(error);
    }
  };
