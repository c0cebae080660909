import {findTerms, onTermsChanged} from './languages.js';
import {loadPartTerms} from './load-part-terms.js';
import type {PartTerms} from './parts.js';

type PartName = keyof PartTerms;

const asked = new Set<string>();
const arrived = new Map<string, PartTerms>();

/**
 * The words of a part that is loaded by itself: `english` at once, those of `language` as soon as they have arrived (whoever
 * has a `LocalizeController` is rendered anew then), and what a page registered under `parts` before all.
 */
export const partTerms = <P extends PartName>(part: P, english: PartTerms[P], language: string): PartTerms[P] => {
  const short = language.toLowerCase().split('-', 1)[0] ?? '';
  if (!asked.has(short)) ask(short);
  return over(over(english, arrived.get(short)?.[part]), findTerms(language).parts?.[part]);
};

/** Words over others, group by group: a language may have only some of a group's. */
const over = <T extends object>(base: T, more: object | undefined): T => {
  if (!more) return base;
  const below = base as Readonly<Record<string, unknown>>;
  const words = Object.entries(more).map(([key, word]: [string, unknown]) => {
    const group = below[key];
    return [key, isGroup(group) && isGroup(word) ? over(group, word) : word];
  });
  return {...base, ...(Object.fromEntries(words) as Partial<T>)};
};

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

const ask = (language: string): void => {
  asked.add(language);
  loadPartTerms(language)?.then(
    (terms) => {
      arrived.set(language, terms);
      onTermsChanged();
    },
    // Not there for now, say offline: the next one who wants it asks again.
    () => asked.delete(language),
  );
};
