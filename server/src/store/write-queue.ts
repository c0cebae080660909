import {setImmediate, setTimeout} from 'node:timers/promises';
import type {Log} from '../log.js';
import {StoreError} from './store-error.js';

/** Takes things to be written without ever letting anybody wait. */
export interface WriteQueue<Item> {
  add(item: Item): void;
  /** Settles when all that was added so far is written or lost. */
  settled(): Promise<void>;
  /** How many were lost since the start: there were too many for a database that did not answer. */
  readonly lost: number;
  readonly length: number;
  /** Tries once more to write what is left. */
  close(): Promise<void>;
}

const BATCH = 100;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5000;

export const createWriteQueue = <Item>(
  write: (items: readonly Item[]) => Promise<void>,
  log: Log,
  most = 10_000,
): WriteQueue<Item> => {
  const items: Item[] = [];
  const closing = new AbortController();
  let running: Promise<void> | undefined;
  let lost = 0;
  let isInTrouble = false;

  /** One line for a whole outage. */
  const trouble = (error: unknown): void => {
    if (!isInTrouble) log.warn({error, count: items.length}, 'The call log cannot be written: it is kept for later, as far as there is room.');
    isInTrouble = true;
  };

  const recovered = (): void => {
    if (isInTrouble) log.info({count: lost}, 'The call log is written again; so many entries were lost since the start.');
    isInTrouble = false;
  };

  const lose = (count: number): void => {
    items.splice(0, count);
    lost += count;
  };

  /** True when the same may work later. */
  const writeBatch = async (): Promise<boolean> => {
    const batch = items.slice(0, BATCH);
    try {
      await write(batch);
      items.splice(0, batch.length);
      recovered();
      return true;
    } catch (error) {
      trouble(error);
      if (error instanceof StoreError && !closing.signal.aborted) return false;
      // A database that is gone at the end is not waited for again and again.
      lose(closing.signal.aborted ? items.length : batch.length);
      return true;
    }
  };

  const run = async (): Promise<void> => {
    // Whoever adds goes on first.
    await setImmediate();
    let pause = FIRST_PAUSE;
    while (items.length > 0) {
      if (await writeBatch()) {
        pause = FIRST_PAUSE;
        continue;
      }
      await setTimeout(pause, undefined, {signal: closing.signal, ref: false}).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    running = undefined;
  };

  return {
    add(item) {
      if (items.length >= most) lost += 1;
      else items.push(item);
      running ??= run();
    },
    settled: async () => running,
    get lost() {
      return lost;
    },
    get length() {
      return items.length;
    },
    async close() {
      closing.abort();
      await running;
    },
  };
};
