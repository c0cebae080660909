import type {WindowExtras} from './window-extras.js';

/** What a window has besides while two people talk, fetched when they do. */
export const loadWindowExtras = (): Promise<typeof WindowExtras> => import('./window-extras.js').then((loaded) => loaded.WindowExtras);
