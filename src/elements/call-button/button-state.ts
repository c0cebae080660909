import {isLive} from '../../types/call-phase.js';
import type {CallPhase} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';

/** How things stand between the person here and one callee. */
export type CallButtonState = Exclude<CallPhase, 'ended'> | 'busy' | 'unavailable';

/** True while somebody is signed in. */
const isSignedIn = ({userId, line}: CallState): boolean => userId !== '' && line !== 'off';

/** A live call comes first: who was signed out or renamed meanwhile must still be able to hang up. */
export const buttonState = (state: CallState, callee: string): CallButtonState => {
  const {phase, peer, userId} = state;
  if (callee && isLive(phase) && peer?.id === callee) return phase as CallButtonState;
  if (!callee || callee === userId || !isSignedIn(state)) return 'unavailable';
  return isLive(phase) ? 'busy' : 'idle';
};
