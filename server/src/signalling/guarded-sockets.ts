import type {IncomingMessage} from 'node:http';
import {WebSocketServer} from 'ws';
import type {ServerOptions, WebSocket} from 'ws';
import {refusalOf} from './admission.js';
import type {Admitted} from './admission.js';

const LIMITS = {
  /** Larger messages end the connection that sent them; an envelope with a session description has about 10 kB. */
  maxPayload: 64 * 1024,
  /** Milliseconds that a connection which is closed has to say goodbye, too. (Not in the types of ws 8.18.) */
  closeTimeout: 2000,
};

interface Gate {
  /** Rejects with the reason why not. */
  admit(request: IncomingMessage): Promise<Admitted>;
  /** Called for each socket before anybody else hears of it. */
  enter(socket: WebSocket, place: Admitted): void;
  refused(code: string): void;
}

/** A server of web sockets for those who may have one. */
export const createGuardedSockets = (options: ServerOptions, {admit, enter, refused}: Gate): WebSocketServer => {
  const places = new WeakMap<IncomingMessage, Admitted>();
  const sockets = new WebSocketServer({
    ...options,
    ...LIMITS,
    perMessageDeflate: false,
    verifyClient: ({req}, answer) => {
      admit(req)
        .then((place) => {
          places.set(req, place);
          answer(true);
        })
        .catch((error: unknown) => {
          const {status, code} = refusalOf(error);
          refused(code);
          answer(false, status, code);
        });
    },
  });
  sockets.on('connection', (socket, request) => {
    const place = places.get(request);
    if (place) enter(socket, place);
  });
  return sockets;
};
