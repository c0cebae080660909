import {StoreError} from './store-error.js';
import type {Stored} from './stored-value.js';

/** What was read lately, so that the database is not asked for every call. */
export interface RecentValues<Key> {
  /** As last read, if that is not long ago; else asked for. While the database is away, as last read whenever that was. */
  get(key: Key): Promise<Stored<unknown>>;
  /** Always asked for. */
  fetch(key: Key): Promise<Stored<unknown>>;
  put(key: Key, stored: Stored<unknown>): void;
  /** There may be a newer one. */
  expire(key: Key): void;
  keys(): Iterable<Key>;
}

interface Known extends Stored<unknown> {
  readonly until: number;
}

/** `fresh` is in milliseconds; `changed` is told of versions that differ from the one last known, the first one aside. */
export const createRecentValues = <Key>(
  read: (key: Key) => Promise<Stored<unknown>>,
  changed: (key: Key, version: number) => void,
  fresh: number,
): RecentValues<Key> => {
  const known = new Map<Key, Known>();
  const asked = new Map<Key, Promise<Stored<unknown>>>();

  const put = (key: Key, stored: Stored<unknown>): void => {
    const before = known.get(key);
    // An answer that was overtaken by a save.
    if (before && before.version > stored.version) return;
    known.set(key, {...stored, until: Date.now() + fresh});
    if (before && before.version !== stored.version) changed(key, stored.version);
  };

  const fetch = async (key: Key): Promise<Stored<unknown>> => {
    const stored = await read(key);
    put(key, stored);
    return known.get(key) ?? stored;
  };

  /** Many may ask at once; the database is asked once. */
  const ask = (key: Key): Promise<Stored<unknown>> => {
    const question =
      asked.get(key) ??
      fetch(key).finally(() => {
        if (asked.get(key) === question) asked.delete(key);
      });
    asked.set(key, question);
    return question;
  };

  return {
    async get(key) {
      const before = known.get(key);
      if (before && Date.now() < before.until) return before;
      try {
        return await ask(key);
      } catch (error) {
        if (before && error instanceof StoreError) return before;
        throw error;
      }
    },
    fetch,
    put,
    expire(key) {
      const before = known.get(key);
      if (before) known.set(key, {...before, until: 0});
      // What was asked before the news may be answered with the old value.
      asked.delete(key);
    },
    keys: () => known.keys(),
  };
};
