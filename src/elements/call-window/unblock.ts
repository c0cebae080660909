import {errorTerms} from '../../localize/error-terms.js';
import {partTerms} from '../../localize/part-terms.js';
import {enApart} from '../../localize/parts/apart.js';
import type {CallTerms, ErrorTerms} from '../../localize/terms.js';
import {browserFamily} from './browser-family.js';

const BLOCKS = [
  ['mic-denied', 'mic'],
  ['camera-denied', 'camera'],
] as const;

/** The words of a call, in which the way out of a blocked device is the one of this very browser. */
export const withUnblock = (terms: CallTerms, language: string): CallTerms => {
  const {unblock} = partTerms('apart', enApart, language);
  const errors: Record<string, ErrorTerms> = {...terms.errors};
  for (const [code, device] of BLOCKS) {
    const known = errorTerms(terms, code);
    if (known) errors[code] = {...known, wayOut: unblock[browserFamily()](terms.devices[device])};
  }
  return {...terms, errors};
};
