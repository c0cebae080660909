import {CallError} from '../../types/call-error.js';

/** Where a PeerServer is, in PeerJS's words. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly secure: boolean;
  readonly key: string;
}

/** Reads the `server` attribute: a URL, relative to the page or absolute, perhaps with PeerServer's `?key=`. */
export const serverAddress = (server: string, page: string | undefined): ServerAddress => {
  if (!server || !URL.canParse(server, page)) throw new CallError('connector-failed', {cause: new TypeError('server')});
  const {protocol, hostname, port, pathname, searchParams} = new URL(server, page);
  const secure = protocol === 'https:' || protocol === 'wss:';
  return {
    host: hostname,
    port: Number(port) || (secure ? 443 : 80),
    path: pathname,
    secure,
    key: searchParams.get('key') ?? 'peerjs',
  };
};
