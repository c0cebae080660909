import type {CallEngine} from './call-engine.js';
import type {EngineHost} from './engine-host.js';

/** Fetches the part of the library that only calls need. */
export const loadEngine = async (host: EngineHost): Promise<CallEngine> =>
  (await import('./browser-engine.js')).createBrowserEngine(host);
