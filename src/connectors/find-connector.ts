import {CallError} from '../types/call-error.js';
import {loaderOf} from './connector-registry.js';
import type {LinkOut} from './connector-registry.js';
import type {ConnectorFactory} from './connector.js';

/** A connector or a link-out. Rejects with `connector-unknown` or `connector-failed`. */
export const loadWay = async (name: string): Promise<ConnectorFactory | LinkOut> => {
  const load = loaderOf(name);
  if (!load) throw new CallError('connector-unknown');
  try {
    return await load();
  } catch (cause) {
    throw new CallError('connector-failed', {cause});
  }
};
