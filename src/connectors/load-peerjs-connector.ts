import type {ConnectorFactory} from './connector.js';

export const loadPeerjsConnector = async (): Promise<ConnectorFactory> =>
  (await import('./peerjs/peerjs-connector.js')).createPeerjsConnector;
