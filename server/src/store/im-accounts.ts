import type {Database} from './database.js';
import {parseValue} from './parse-value.js';
import {imAccountsSchema} from './setting-values.js';
import type {ImAccount} from './setting-values.js';
import {ConflictError} from './stored-value.js';
import type {Stored} from './stored-value.js';
import {createVersionedRows} from './versioned-rows.js';

/** Each user's accounts elsewhere, versioned like the settings. */
export interface ImAccounts {
  read(user: string): Promise<Stored<readonly ImAccount[]>>;
  write(user: string, version: number, accounts: unknown, by: string): Promise<Stored<readonly ImAccount[]>>;
}

export const createImAccounts = (database: Database): ImAccounts => {
  const rows = createVersionedRows(database, 'im_accounts');

  const read = async (user: string): Promise<Stored<readonly ImAccount[]>> =>
    ((await rows.read(user)) as Stored<readonly ImAccount[]> | undefined) ?? {version: 0, value: []};

  return {
    read,
    async write(user, version, accounts, by) {
      const value = parseValue(imAccountsSchema, accounts);
      const isSaved = await rows.replace(user, {version, value}, by);
      if (!isSaved) throw new ConflictError({version, value}, await read(user));
      return {version: version + 1, value};
    },
  };
};
