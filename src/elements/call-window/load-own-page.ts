import type {OwnPage} from './own-page.js';

/** How a window behaves that is a call's alone, fetched on such a page only. */
export const loadOwnPage = (): Promise<typeof OwnPage> => import('./own-page.js').then((loaded) => loaded.OwnPage);
