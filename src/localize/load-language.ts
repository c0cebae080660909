import type {CallTerms} from './terms.js';

/** Each exports its terms under its own name. */
const LANGUAGES: Readonly<Record<string, () => Promise<Readonly<Record<string, Partial<CallTerms>>>>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
};

/** The terms of one of these; undefined where there are none. */
export const loadLanguage = (language: string): Promise<Partial<CallTerms> | undefined> | undefined =>
  Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.().then((terms) => terms[language]) : undefined;
