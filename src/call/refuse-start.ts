import {CallError} from '../types/call-error.js';
import {isLive} from '../types/call-phase.js';
import type {CallState} from '../types/call-state.js';

/** Why a call to `callee` cannot begin now; undefined when it can, or is on already. */
export const refuseStart = ({phase, peer, userId}: CallState, callee: string): CallError | undefined => {
  if (!userId) return new CallError('user-missing');
  if (!callee || callee === userId) return new CallError('callee-missing');
  if (isLive(phase) && peer?.id !== callee) return new CallError('already-in-call');
  return undefined;
};
