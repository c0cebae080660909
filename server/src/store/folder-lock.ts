import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdir, rename, rm} from 'node:fs/promises';
import {connect, createServer} from 'node:net';
import type {Server} from 'node:net';
import {join, resolve} from 'node:path';
import {StoreError} from './store-error.js';

/** Of a socket, in bytes, with room for five more; on Linux it is a little more. */
const LONGEST_PATH = 98;

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

/** Who listens is alive, whatever became of process numbers since; and an ended process listens no more. */
const listen = async (path: string): Promise<Server> => {
  const server = createServer((socket) => socket.destroy()).listen(path);
  await once(server, 'listening');
  return server.unref();
};

const isHeld = async (path: string): Promise<boolean> => {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const inUse = (folder: string): StoreError =>
  new StoreError('store-in-use', `The data folder ${folder} is in use by another server: give each its own DATA_DIR, or all one DATABASE_URL.`);

const pathOf = (folder: string): string => {
  if (process.platform === 'win32') return join('\\\\?\\pipe', resolve(folder));
  const path = join(folder, 'lock');
  // Node would cut it off, and listen somewhere else.
  if (Buffer.byteLength(path) > LONGEST_PATH) throw Object.assign(new Error(path), {code: 'ENAMETOOLONG'});
  return path;
};

/**
 * Of two who find what a killed server left behind, one gets hold of it: what turns out to be alive is put back. A third in the
 * same instant could slip in meanwhile; Node has no lock of files that would keep it out.
 */
const clear = async (path: string, folder: string): Promise<void> => {
  if (await isHeld(path)) throw inUse(folder);
  const left = `${path}.${randomUUID().slice(0, 4)}`;
  try {
    await rename(path, left);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (await isHeld(left)) {
    await rename(left, path);
    throw inUse(folder);
  }
  await rm(left);
};

const acquire = async (folder: string): Promise<Server> => {
  const path = pathOf(folder);
  // Holds credentials: for this account only.
  await mkdir(folder, {recursive: true, mode: 0o700});
  const listenUnlessTaken = (): Promise<Server | undefined> =>
    listen(path).catch((error) => (codeOf(error) === 'EADDRINUSE' ? undefined : Promise.reject(error)));
  const server = await listenUnlessTaken();
  if (server) return server;
  await clear(path, folder);
  const second = await listenUnlessTaken();
  if (!second) throw inUse(folder);
  return second;
};

/** Takes a folder for this process alone, and settles with what gives it back: PGlite itself lets two destroy each other's data. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  try {
    const server = await acquire(folder);
    return async () => {
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    };
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const sentence = `The data folder ${folder} cannot be used (${codeOf(cause)}): choose another by DATA_DIR, with a short path, on a disk of this machine.`;
    throw new StoreError('store-refused', sentence, {cause});
  }
};
