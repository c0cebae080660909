import type {CallConfiguration} from '../types/configuration.js';

/** Which connector calls out: the named one, else `peerjs` where a server is set, else `local`. */
export const mainConnector = ({connector, server}: CallConfiguration): string =>
  connector || (server ? 'peerjs' : 'local');
