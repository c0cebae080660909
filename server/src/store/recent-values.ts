import {setTimeout} from 'node:timers/promises';
import {StoreError} from './store-error.js';
import type {Stored} from './stored-value.js';

/** What was read lately, so that the database is not asked for every call. */
export interface RecentValues<Key> {
  /** As last read, if that is not long ago; else asked for. While the database is away or silent, as last read whenever that was. */
  get(key: Key): Promise<Stored<unknown>>;
  /** Always asked for. */
  fetch(key: Key): Promise<Stored<unknown>>;
  put(key: Key, stored: Stored<unknown>): void;
  /** There may be a newer one. */
  expire(key: Key): void;
  keys(): Iterable<Key>;
}

/**
 * Milliseconds that a known value waits for a newer one, while the question goes on. ICE servers ask for two values and
 * perhaps a slow source, and all of it has to fit into the two seconds that a browser waits.
 */
const PATIENCE = 200;
/** Where it is known that there is a newer one: whoever was told of it and reads shall not be given the old one. */
const PATIENCE_FOR_NEWS = 1000;

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
  const asked = new Map<Key, Promise<unknown>>();

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

  /** Many may ask at once; the database is asked once, and as long as it is silent only the first of them waits. */
  const ask = (key: Key): Promise<unknown> => {
    const asking = asked.get(key);
    if (asking) return asking;
    const question = fetch(key).finally(() => {
      if (asked.get(key) === answer) asked.delete(key);
    });
    const before = known.get(key);
    const patience = before?.until === 0 ? PATIENCE_FOR_NEWS : PATIENCE;
    const answer = before ? Promise.race([question, setTimeout(patience, undefined, {ref: false})]) : question;
    asked.set(key, answer);
    return answer;
  };

  return {
    async get(key) {
      const before = known.get(key);
      if (before && Date.now() < before.until) return before;
      try {
        await ask(key);
      } catch (error) {
        if (!before || !(error instanceof StoreError)) throw error;
      }
      return known.get(key) as Known;
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
