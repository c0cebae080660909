import {CallError} from '../types/call-error.js';
import {shared} from '../util/shared.js';
import type {ConnectorFactory} from './connector.js';
import {loadLocalConnector} from './load-local-connector.js';
import {loadPeerjsConnector} from './load-peerjs-connector.js';

/** Fetches a connector when it is first needed. */
export type ConnectorLoader = () => Promise<ConnectorFactory>;

const OWN: ReadonlyMap<string, ConnectorLoader> = new Map([
  ['local', loadLocalConnector],
  ['peerjs', loadPeerjsConnector],
]);

/** Those of the page, whichever copy of the library it told. */
const registered = (): Map<string, ConnectorLoader> => shared('connectors', () => new Map());

/** Makes a connector known by name, for the `connector` attribute. The last one of a name counts. */
export const registerConnector = (name: string, load: ConnectorLoader): void => {
  registered().set(name, load);
};

/** Rejects with `connector-unknown` or `connector-failed`. */
export const loadConnector = async (name: string): Promise<ConnectorFactory> => {
  const load = registered().get(name) ?? OWN.get(name);
  if (!load) throw new CallError('connector-unknown');
  try {
    return await load();
  } catch (cause) {
    throw new CallError('connector-failed', {cause});
  }
};
