import type {PartTerms} from './parts.js';

const LANGUAGES: Readonly<Record<string, () => Promise<PartTerms>>> = {
  ar: () => import('./ar-parts.js').then(({arParts}) => arParts),
  de: () => import('./de-parts.js').then(({deParts}) => deParts),
  es: () => import('./es-parts.js').then(({esParts}) => esParts),
  fr: () => import('./fr-parts.js').then(({frParts}) => frParts),
};

/** The words of the parts in a language that comes with the library; undefined where there are none. */
export const loadPartTerms = (language: string): Promise<PartTerms> | undefined =>
  Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.() : undefined;
