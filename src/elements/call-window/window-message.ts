import {endSentence} from '../../localize/end-sentence.js';
import {errorTerms} from '../../localize/error-terms.js';
import type {TalkTerms} from '../../localize/terms.js';
import type {CallTrouble} from '../../types/call-error.js';
import {isTalking} from '../../types/is-talking.js';
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

/** Of the line to the call service. */
const LINE = /^(signaling|connector)-/;

/** Which troubles end a call for which reason; of any other, the way out would not help. */
const CAUSES: {readonly [R in EndReason]?: RegExp} = {
  'media-denied': /^(mic|permission|policy|insecure)-/,
  'signaling-failed': LINE,
  'connection-failed': /^(connection|relay)-/,
};

/** Why the call ended, or else that its voice is held back, or what is wrong with it; undefined while all is well. */
export const windowMessage = (terms: TalkTerms, state: CallState, name: string): WindowMessage | undefined => {
  const {phase, end, trouble, sound} = state;
  if (phase === 'ended' && end) {
    const helps = trouble && CAUSES[end.reason]?.test(trouble.code);
    return {...(helps && wayOut(terms, trouble)), sentence: endSentence(terms, end, name)};
  }
  if (sound === 'blocked' && isTalking(phase)) return errorTerms(terms, 'sound-blocked');
  if (!trouble) return undefined;
  const {code, reference} = trouble;
  // Nobody needs the line while sound and picture flow: it is no reason to hang up.
  if (phase === 'connected' && LINE.test(code)) return {sentence: terms.callGoesOn, reference};
  const error = errorTerms(terms, code);
  return error && {...error, reference};
};

/** What helps; of a relay also what is the matter with it, which "the connection failed" does not say. */
const wayOut = (terms: TalkTerms, {code, reference}: CallTrouble): Partial<WindowMessage> | undefined => {
  const error = errorTerms(terms, code);
  return error && {wayOut: code.startsWith('relay-') ? `${error.sentence} ${error.wayOut}` : error.wayOut, reference};
};
