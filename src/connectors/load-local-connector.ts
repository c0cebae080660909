import type {ConnectorFactory} from './connector.js';

export const loadLocalConnector = async (): Promise<ConnectorFactory> =>
  (await import('./local/local-connector.js')).createLocalConnector;
