import {isLive} from '../../types/call-phase.js';
import type {CallPhase} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';

/** How things stand between the person here and one callee. */
export type CallButtonState = Exclude<CallPhase, 'ended'> | 'busy' | 'unavailable';

/** True while somebody is signed in. */
const isSignedIn = ({userId, line}: CallState): boolean => userId !== '' && line !== 'off';

/** The call with `callee` that this page has: the one that is on, or one that rings behind it. */
export const callWith = ({phase, peer, callId, waiting}: CallState, callee: string): {phase: CallPhase; callId: string | undefined} | undefined => {
  if (!callee) return undefined;
  if (isLive(phase) && peer?.id === callee) return {phase, callId};
  const ring = waiting.find((call) => call.peer.id === callee);
  return ring && {phase: 'incoming', callId: ring.callId};
};

/** A live call comes first: who was signed out or renamed meanwhile must still be able to hang up. */
export const buttonState = (state: CallState, callee: string): CallButtonState => {
  const {phase, userId, elsewhere, mayCall} = state;
  const call = callWith(state, callee);
  if (call) return call.phase as CallButtonState;
  if (!callee || callee === userId || !isSignedIn(state)) return 'unavailable';
  if (isLive(phase)) return 'busy';
  if (elsewhere && isLive(elsewhere.phase)) return elsewhere.peer.id === callee ? (elsewhere.phase as CallButtonState) : 'busy';
  return mayCall ? 'idle' : 'unavailable';
};
