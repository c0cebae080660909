import type {CallTerms} from './terms.js';

/**
 * The terms of a language that comes with the library, fetched when first wanted; undefined where there are none. English
 * is there already, and its pages need not even know which other languages there are.
 */
export const loadTerms = async (language: string): Promise<Partial<CallTerms> | undefined> =>
  language === 'en' ? undefined : (await import('./load-language.js')).loadLanguage(language);
