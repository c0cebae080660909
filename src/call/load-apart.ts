import type {CallControllerFace} from '../types/controller.js';
import type {Apart} from './apart.js';
import type {CallEngine} from './call-engine.js';

/** What opens windows of their own for calls, fetched where the page wants them. */
export const loadApart = async (controller: CallControllerFace, engine: () => CallEngine | undefined): Promise<Apart> => {
  const [{createApart}, {CallWindows}] = await Promise.all([import('./apart.js'), import('../tabs/call-windows.js')]);
  return createApart(new CallWindows(), controller, engine);
};
