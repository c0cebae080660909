import {once} from 'node:events';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Why a server could not start, in a sentence for the person who started it. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const sentence = (error: NodeJS.ErrnoException, host: string, port: number): string => {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop what listens there, or choose another port, for example PORT=${port + 1} npm start.`;
  }
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this account: choose one above 1023 with PORT.`;
  return `The server cannot listen on ${host}:${port}: ${error.message}.`;
};

/** Listens, and settles with the port; with port 0 that is any free one. Rejects with a `ListenError`. */
export const listen = async (server: Server, host: string, port: number): Promise<number> => {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new ListenError(sentence(cause as NodeJS.ErrnoException, host, port), {cause});
  }
  return (server.address() as AddressInfo).port;
};
