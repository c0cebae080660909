import type {ConnectorFactory} from './connector.js';

export const loadOdooConnector = async (): Promise<ConnectorFactory> =>
  (await import('./odoo/odoo-connector.js')).createOdooConnector;
