import type {CallTerms} from './terms.js';

const LANGUAGES: Readonly<Record<string, () => Promise<Partial<CallTerms>>>> = {
  ar: () => import('./ar.js').then(({ar}) => ar),
  de: () => import('./de.js').then(({de}) => de),
  es: () => import('./es.js').then(({es}) => es),
  fr: () => import('./fr.js').then(({fr}) => fr),
  it: () => import('./it.js').then(({it}) => it),
  ja: () => import('./ja.js').then(({ja}) => ja),
  nl: () => import('./nl.js').then(({nl}) => nl),
  pl: () => import('./pl.js').then(({pl}) => pl),
  pt: () => import('./pt.js').then(({pt}) => pt),
};

/** The terms of a language that comes with the library, fetched when first wanted; undefined where there are none. */
export const loadTerms = (language: string): Promise<Partial<CallTerms>> | undefined =>
  Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.() : undefined;
