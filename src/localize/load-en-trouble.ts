import type {enTrouble} from './en-trouble.js';

/** English for what most people never meet, fetched with the first of it. */
export const loadEnTrouble = (): Promise<typeof enTrouble> => import('./en-trouble.js').then(({enTrouble}) => enTrouble);
