import type {CallEnd} from '../types/end-reason.js';
import type {TalkTerms} from './terms.js';

/** Says how a call ended: "Bob declined". */
export const endSentence = (terms: TalkTerms, {reason, by}: CallEnd, name: string): string => {
  const entry = terms.ends[reason];
  const sentence = typeof entry === 'object' ? entry[by] : entry;
  return typeof sentence === 'string' ? sentence : sentence(name);
};
