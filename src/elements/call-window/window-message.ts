import {endSentence} from '../../localize/end-sentence.js';
import type {TalkTerms} from '../../localize/terms.js';
import type {CallState} from '../../types/call-state.js';

/** What is told besides the phase. */
export interface WindowMessage {
  readonly sentence: string;
  /** What can be done about it; empty where nothing need be. */
  readonly wayOut: string;
  /** To find it in a server's log; empty where there is no trouble. */
  readonly reference: string;
}

/** Why the call ended, or else what is wrong with it; undefined while all is well. */
export const windowMessage = (terms: TalkTerms, state: CallState, name: string): WindowMessage | undefined => {
  const {phase, end, trouble} = state;
  const error = trouble && terms.errors[trouble.code];
  const over = phase === 'ended' && end ? endSentence(terms, end, name) : undefined;
  const sentence = over ?? error?.sentence;
  return sentence === undefined
    ? undefined
    : {sentence, wayOut: error?.wayOut ?? '', reference: trouble?.reference ?? ''};
};
