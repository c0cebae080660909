import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {StoreError} from './store-error.js';

/** Tells this process from one before it that had the same number, as the first of each container has. */
const MARK = `${process.pid} ${performance.timeOrigin}`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Nobody who lives holds the lock that says this. */
const isStale = (mark: string): boolean => {
  const pid = Number.parseInt(mark, 10);
  return mark !== MARK && (pid === process.pid || !(pid > 0) || !isAlive(pid));
};

/** Takes a folder for this process alone, and settles with what gives it back: PGlite itself lets two destroy each other's data. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  // Holds credentials: for this account only.
  await mkdir(folder, {recursive: true, mode: 0o700});
  const file = join(folder, 'lock');
  const holder = await readFile(file, 'utf8').catch(() => undefined);
  if (holder !== undefined && isStale(holder)) await rm(file, {force: true});
  try {
    await writeFile(file, MARK, {flag: 'wx'});
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    const sentence = `The data folder ${folder} is in use by another server: give each its own DATA_DIR, or all one DATABASE_URL.`;
    throw new StoreError('store-in-use', sentence, {cause});
  }
  return () => rm(file, {force: true});
};
