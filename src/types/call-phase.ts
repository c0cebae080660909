import type {CALL_PHASES} from './call-phases.js';

export type CallPhase = (typeof CALL_PHASES)[number];

/** True from the press (or the ring) until the end. */
export const isLive = (phase: CallPhase): boolean => phase !== 'idle' && phase !== 'ended';
