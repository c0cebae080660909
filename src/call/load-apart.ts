import type {CallControllerFace} from '../types/controller.js';
import type {Apart} from './apart.js';
import type {CallEngine} from './call-engine.js';

/** What opens windows of their own for calls, fetched where the page wants them. */
export const loadApart = async (controller: CallControllerFace, engine: () => CallEngine | undefined): Promise<Apart> =>
  (await import('./browser-apart.js')).createBrowserApart(controller, engine);
