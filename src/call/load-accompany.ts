import type {accompany} from '../media/accompany.js';

/** What tells the system of a talk, fetched with the first one. */
export const loadAccompany = async (): Promise<typeof accompany> => (await import('../media/accompany.js')).accompany;
