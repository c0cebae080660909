import type {Server} from 'node:http';
import type {Express} from 'express';
import {ExpressPeerServer} from 'peer';
import type {PeerServerEvents} from 'peer';
import {WebSocketServer} from 'ws';

/** Larger messages end the connection that sent them; an envelope with a session description has about 10 kB. */
const MAX_MESSAGE_BYTES = 64 * 1024;

export interface Signalling {
  readonly peerServer: Express & PeerServerEvents;
  /** Ends every connection, as a crash of the server would. */
  close(): void;
}

/** Puts a PeerServer on an app and the http server that serves it, below `path`. */
export const attachSignalling = (app: Express, server: Server, path: string): Signalling => {
  let sockets: WebSocketServer | undefined;
  const peerServer = ExpressPeerServer(server, {
    path,
    createWebSocketServer: (options) => {
      sockets = new WebSocketServer({...options, maxPayload: MAX_MESSAGE_BYTES});
      return sockets;
    },
  });
  // One malformed frame from anybody would otherwise end the process: PeerServer emits it as `error`.
  peerServer.on('error', () => {});
  app.use(peerServer);
  return {
    peerServer,
    close() {
      for (const client of sockets?.clients ?? []) client.terminate();
      sockets?.close();
    },
  };
};
