import type {Database} from './database.js';
import type {Stored} from './stored-value.js';

/** Values by key, replaced only by those who know the version that they replace. */
export interface VersionedRows {
  read(id: string): Promise<Stored<unknown> | undefined>;
  /** False, and nothing changed, when `version` is not the current one. */
  replace(id: string, stored: Stored<unknown>, by: string): Promise<boolean>;
}

export const createVersionedRows = (database: Database, table: 'settings' | 'im_accounts'): VersionedRows => {
  const insert = `insert into call_elements.${table} (id, version, value, updated_by)
    values ($1, $2::integer + 1, $3::text::jsonb, $4) on conflict do nothing returning version`;
  const update = `update call_elements.${table}
    set version = version + 1, value = $3::text::jsonb, updated_at = now(), updated_by = $4
    where id = $1 and version = $2::integer returning version`;

  return {
    async read(id) {
      const sql = `select version, value from call_elements.${table} where id = $1`;
      return (await database.query<Stored<unknown>>(sql, [id]))[0];
    },
    async replace(id, {version, value}, by) {
      const values = [id, version, JSON.stringify(value), by];
      return (await database.query(version === 0 ? insert : update, values)).length === 1;
    },
  };
};
