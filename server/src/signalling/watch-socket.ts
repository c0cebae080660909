import type {WebSocket} from 'ws';

/** Milliseconds between two pings. Whoever misses one is gone by the next, and nobody rings them in vain for longer. */
const EVERY = 10_000;

/** Ends a socket whose other side is gone without a word. */
export const watchSocket = (socket: WebSocket): void => {
  let isSilent = false;
  socket.on('pong', () => (isSilent = false));
  // One for each socket, so that not all are asked in the same moment.
  const timer = setInterval(() => {
    if (isSilent) return socket.terminate();
    isSilent = true;
    socket.ping();
  }, EVERY);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
};
