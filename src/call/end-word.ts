import type {CallPhase} from '../types/call-phase.js';
import type {EndReason} from '../types/end-reason.js';

const WORDS: {readonly [P in CallPhase]?: EndReason} = {
  initiating: 'cancelled',
  ringing: 'cancelled',
  incoming: 'declined',
};

/** What it is called when the person here ends a call in this phase. */
export const endWord = (phase: CallPhase): EndReason => WORDS[phase] ?? 'hung-up';
