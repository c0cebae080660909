import type {CallConfiguration} from '../types/configuration.js';
import {mainConnector} from './main-connector.js';

/** What decides whether the connectors must be opened anew. */
export const lineIdentity = (configuration: CallConfiguration): string => {
  const {userId, connectors, server, tokenUrl} = configuration;
  return JSON.stringify([userId, mainConnector(configuration), connectors, server, tokenUrl]);
};
