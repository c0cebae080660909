import {shared} from '../util/shared.js';
import {en} from './en.js';
import {loadTerms} from './load-terms.js';
import type {CallTerms, KnownTerms} from './terms.js';

const asked = new Set<string>();

/** The page's languages and who waits for them, whichever copy of the library it told. */
const known = (): Map<string, KnownTerms> => shared('terms', () => new Map());
const listeners = (): Set<() => void> => shared('terms-listeners', () => new Set());

/** Adds a language, or replaces one; what it lacks is said in English. `language` is a tag such as `de` or `pt-BR`. */
export const registerTerms = (language: string, terms: Partial<CallTerms>): void => {
  known().set(language.toLowerCase(), {...en, ...terms});
  onTermsChanged();
};

/** Lets all who show words look again. */
export const onTermsChanged = (): void => {
  for (const tell of listeners()) tell();
};

/** Calls `fn` when a language has arrived, until the returned function is called. */
export const onTerms = (fn: () => void): (() => void) => {
  listeners().add(fn);
  return () => listeners().delete(fn);
};

/** The terms for a tag: `fr-CA`, else `fr`; English until they have arrived, and where there are none. */
export const findTerms = (tag: string): KnownTerms => {
  const whole = tag.toLowerCase();
  const language = whole.split('-', 1)[0] ?? '';
  const found = known().get(whole) ?? known().get(language);
  if (found) return found;
  if (!asked.has(language)) ask(language);
  return en;
};

const ask = (language: string): void => {
  asked.add(language);
  loadTerms(language).then(
    (terms) => terms && !known().has(language) && registerTerms(language, terms),
    // Not there for now, say offline: the next one who wants it asks again.
    () => asked.delete(language),
  );
};
