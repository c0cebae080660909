import type {WebSocket, WebSocketServer} from 'ws';

/** Milliseconds between two pings. */
const EVERY = 20_000;

/** Ends sockets whose other side is gone without a word. Returns how to stop. */
export const watchSockets = (sockets: WebSocketServer): (() => void) => {
  const silent = new WeakSet<WebSocket>();
  sockets.on('connection', (socket) => socket.on('pong', () => silent.delete(socket)));
  const timer = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      else socket.ping();
      silent.add(socket);
    }
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
};
