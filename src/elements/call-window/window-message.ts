import {endSentence} from '../../localize/end-sentence.js';
import type {TalkTerms} from '../../localize/terms.js';
import {isTalking} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';
import type {EndReason} from '../../types/end-reason.js';

/** What is told besides the phase. */
export interface WindowMessage {
  readonly sentence: string;
  /** What can be done about it, where something can. */
  readonly wayOut?: string;
  /** Where there is trouble, to find it in a server's log. */
  readonly reference?: string;
}

/** Which troubles end a call for which reason; of any other, the way out would not help. */
const CAUSES: {readonly [R in EndReason]?: RegExp} = {
  'media-denied': /^(mic|permission|policy|insecure)-/,
  'signaling-failed': /^(signaling|connector)-/,
  'connection-failed': /^(connection|relay)-/,
};

/** Why the call ended, or else that its voice is held back, or what is wrong with it; undefined while all is well. */
export const windowMessage = (terms: TalkTerms, state: CallState, name: string): WindowMessage | undefined => {
  const {phase, end, trouble, sound} = state;
  const error = trouble && {...terms.errors[trouble.code], reference: trouble.reference};
  if (phase !== 'ended' || !end) return sound === 'blocked' && isTalking(phase) ? terms.errors['sound-blocked'] : error;
  const isCause = trouble && CAUSES[end.reason]?.test(trouble.code);
  return {...(isCause && error), sentence: endSentence(terms, end, name)};
};
