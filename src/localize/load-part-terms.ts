import type {PartTerms} from './parts.js';

const LANGUAGES: Readonly<Record<string, () => Promise<Partial<PartTerms>>>> = {};

/** The words of the parts in a language that comes with the library; undefined where there are none. */
export const loadPartTerms = (language: string): Promise<Partial<PartTerms>> | undefined =>
  Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.() : undefined;
