import {enTalk} from './en-talk.js';
import type {CallTerms, KnownTerms} from './terms.js';

/** All words of a language, with English where it has none. */
export const completeTerms = (known: KnownTerms): CallTerms => ({
  ...enTalk,
  ...known,
  errors: {...enTalk.errors, ...known.errors},
});
