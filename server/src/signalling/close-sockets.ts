import {once} from 'node:events';
import type {WebSocketServer} from 'ws';
import {within} from '../within.js';

/** Milliseconds that the other sides have to say goodbye, too. */
const PATIENCE = 1000;

/** Closes every socket with that code, ends those that do not answer, and then listens for no more. */
export const closeSockets = async (sockets: WebSocketServer, code: number): Promise<void> => {
  const closed = [...sockets.clients].map(async (socket) => {
    socket.close(code);
    await once(socket, 'close');
  });
  await within<unknown>(Promise.all(closed), PATIENCE, () => undefined);
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
};
