import {createStore, promisifyRequest} from 'idb-keyval';
import type {UseStore} from 'idb-keyval';
import {systemClock} from '../util/clock.js';
import type {Clock} from '../util/clock.js';
import {within} from '../util/within.js';

/** Some browsers hang instead of failing; a slow disk must not cost a person the "off" that is remembered of their camera. */
const PATIENCE = 3000;

let said = false;

/** Records by their keys; each promise yields undefined when there is no using the disk. */
export interface Disk {
  read(key: string): Promise<{readonly value: unknown} | undefined>;
  /** Reads and writes in one go: other pages of the same person write, too. Yields what was written. */
  update<T>(key: string, change: (found: unknown) => T): Promise<{readonly value: T} | undefined>;
}

/** One store of IndexedDB, in a database of its own (idb-keyval keeps one in each), that never fails and never keeps one waiting. */
export const createDisk = (database: string, store: string, clock: Clock = systemClock): Disk => {
  let open: UseStore | undefined;
  let hangs = false;
  const attempt = async <T>(action: (store: UseStore) => Promise<T>): Promise<{readonly value: T} | undefined> => {
    if (hangs) return undefined;
    let answer: Promise<unknown> | undefined;
    try {
      open ??= createStore(database, store);
      const asked = action(open);
      answer = asked;
      return {value: await within(asked, PATIENCE, clock)};
    } catch (error) {
      // The store may hold on to a promise that failed or never settles, so the next attempt gets a new one;
      // after a hang there is none until the disk did answer, or every call would wait for it again.
      open = undefined;
      hangs = (error as Partial<DOMException> | null)?.name === 'TimeoutError';
      const answered = (): void => void (hangs = false);
      answer?.then(answered, answered);
      if (!said) console.debug('call-elements: what should be kept lasts only as long as this page.', error);
      said = true;
      return undefined;
    }
  };

  return {
    read: (key) => attempt((records) => records('readonly', (all) => promisifyRequest<unknown>(all.get(key)))),
    update: (key, change) =>
      attempt((records) =>
        records('readwrite', async (all) => {
          const changed = change(await promisifyRequest<unknown>(all.get(key)));
          all.put(changed, key);
          await promisifyRequest(all.transaction);
          return changed;
        }),
      ),
  };
};
