import type {CallPhase} from './call-phase.js';

/** True once both people agreed to talk. */
export const isTalking = (phase: CallPhase): boolean =>
  phase === 'connecting' || phase === 'connected' || phase === 'reconnecting';
