import type {createSignedIn} from './signed-in.js';

/** Fetched where `token-url` is set: a page on a stock PeerServer never needs it. */
export const loadSignedIn = async (): Promise<typeof createSignedIn> => (await import('./signed-in.js')).createSignedIn;
