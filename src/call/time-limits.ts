import type {CallPhase} from '../types/call-phase.js';
import type {EndReason} from '../types/end-reason.js';

/** Milliseconds that a press waits for a line that is just being opened. */
export const LINE_PATIENCE = 5000;

/** Milliseconds between two rings: quick until somebody is reached, then to reach devices that come later. */
export const RING_REPEAT = {initiating: 700, ringing: 3000} as const;

/** Milliseconds that a page which rang and was closed has to come back, when no other device rings. */
export const RETURN_PATIENCE = 15_000;

/** Milliseconds that a page which was left in a call has until the next one of its tab goes on with it. */
export const REJOIN_PATIENCE = 20_000;

/** Milliseconds between two words of a page that comes back. */
export const REJOIN_REPEAT = 1000;

/** Milliseconds that a ring waits for the return of a caller's page that is loaded anew. */
export const CALLER_RETURN = 8000;

/** A callee stops ringing when the caller was not heard of for this long: it crashed, or its `end` was lost. */
export const RING_LEASE = 12_000;

/** A ring that says it is older than this is shown only after the caller confirmed that it still stands. */
export const FRESH_RING = 10_000;

export interface TimeLimit {
  readonly ms: number;
  readonly reason: EndReason;
}

/** How long a phase may last, and why the call ends then. The caller owns the time limit of ringing. */
export const timeLimit = (
  phase: CallPhase,
  direction: 'outgoing' | 'incoming',
  ringTimeoutMs: number,
): TimeLimit | undefined => {
  switch (phase) {
    case 'initiating':
      return {ms: 3000, reason: 'unreachable'};
    case 'ringing':
      return {ms: ringTimeoutMs, reason: 'no-answer'};
    case 'incoming':
      return {ms: ringTimeoutMs + 5000, reason: 'no-answer'};
    case 'connecting':
      return {ms: direction === 'outgoing' ? 20_000 : 25_000, reason: 'connection-failed'};
    case 'reconnecting':
      return {ms: direction === 'outgoing' ? 30_000 : 35_000, reason: 'connection-failed'};
    default:
      return undefined;
  }
};
