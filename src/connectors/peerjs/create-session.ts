import {loadSignedIn} from './load-signed-in.js';
import type {Session} from './session.js';
import type {SignedInOptions} from './signed-in.js';
import {createSlots} from './slots.js';

/** By what the page has: a `token-url`, or nothing but a name. */
export const createSession = async (options: SignedInOptions): Promise<Session> =>
  options.tokenUrl ? (await loadSignedIn())(options) : createSlots(options.user);
