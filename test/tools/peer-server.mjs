// A stock PeerServer on a port of its own, as anybody would run it.
import {once} from 'node:events';
import {createServer} from 'node:net';
import {PeerServer} from 'peer';

/** A port that nobody listens on at this moment. */
export const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Starts one; pages reach it at `http://127.0.0.1:<port>/`. */
export const startPeerServer = async (options = {}) => {
  const port = options.port ?? (await freePort());
  let server;
  const listening = new Promise((resolve) => {
    server = PeerServer({host: '127.0.0.1', path: '/', ...options, port}, (http) => resolve(http));
  });
  // Without a listener the first malformed frame would end this process.
  server.on('error', () => {});
  const http = await listening;
  const sockets = new Set();
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    port,
    async close() {
      http.close();
      // WebSockets are none of the server's own connections any more.
      for (const socket of sockets) socket.destroy();
    },
  };
};
