import type {CallErrorCode} from '../types/call-error.js';
import {findTerms} from './languages.js';
import type {ErrorTerms, TalkTerms} from './terms.js';

/**
 * What is said of a trouble, in English where the language has nothing. English for most troubles is fetched with the first
 * of them, as another language would be: undefined until it has arrived, and whoever waits for words is told.
 */
export const errorTerms = ({errors}: Pick<TalkTerms, 'errors'>, code: CallErrorCode): ErrorTerms | undefined =>
  errors[code] ?? findTerms('trouble').errors?.[code];
