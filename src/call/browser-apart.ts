import {CallWindows} from '../tabs/call-windows.js';
import type {CallControllerFace} from '../types/controller.js';
import {createApart} from './apart.js';
import type {Apart} from './apart.js';
import type {CallEngine} from './call-engine.js';

/** Windows of their own for calls, in this browser. */
export const createBrowserApart = (controller: CallControllerFace, engine: () => CallEngine | undefined): Apart =>
  createApart(new CallWindows(), controller, engine);
