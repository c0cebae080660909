import type {CallErrorCode} from '../types/call-error.js';
import {findTerms, registerTerms} from './languages.js';
import {loadEnTrouble} from './load-en-trouble.js';
import type {ErrorTerms, TalkTerms} from './terms.js';

/** What may keep the words from coming, too. */
const NETWORK = /^(connector|relay|signaling)-/;

let asking: Promise<void> | undefined;

/** Adds them to English; the page's own words for English stay. */
const ask = async (): Promise<void> => {
  try {
    const {errors} = await loadEnTrouble();
    const english = findTerms('en');
    registerTerms('en', {...english, errors: {...errors, ...english.errors}});
  } catch {
    // Not there for now: the next one who wants them asks again.
    asking = undefined;
  }
};

/**
 * What is said of a trouble, in English where the language has nothing. English for most troubles is fetched with the first
 * of them; until it has arrived, troubles of the network share the words that are there, and others have none.
 */
export const errorTerms = ({errors}: Pick<TalkTerms, 'errors'>, code: CallErrorCode): ErrorTerms | undefined => {
  const known = errors[code] ?? findTerms('en').errors?.[code];
  if (known) return known;
  asking ??= ask();
  return NETWORK.test(code) ? errors['connection-failed'] : undefined;
};
