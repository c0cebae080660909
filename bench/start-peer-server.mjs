import {PeerServer} from 'peer';

/** A PeerServer as it comes; gives its port. */
export const startPeerServer = async () => {
  const server = await new Promise((resolve) => {
    PeerServer({host: '127.0.0.1', port: 0, path: '/'}, resolve).on('error', () => {});
  });
  return server.address().port;
};
