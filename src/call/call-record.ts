import type {CallPhase} from '../types/call-phase.js';
import type {CallEnd, EndReason, EndedBy} from '../types/end-reason.js';
import type {Resumed} from './session-parts.js';

/** One attempt, as far as it decides what may happen next. */
export interface CallRecord {
  readonly phase: CallPhase;
  readonly direction: 'outgoing' | 'incoming';
  /** The one endpoint of the other side that counts, once it is known. */
  readonly endpoint: string | undefined;
  /** The caller said that this answer counts. */
  readonly confirmed: boolean;
  /** Media can flow. */
  readonly linked: boolean;
  readonly end: Omit<CallEnd, 'durationMs'> | undefined;
}

/** What can happen to an attempt. */
export type CallEvent =
  /** A device of the callee rings. */
  | {readonly type: 'heard'}
  /** An endpoint of the callee answers. */
  | {readonly type: 'accepted'; readonly endpoint: string}
  /** The person here answers. */
  | {readonly type: 'accept'}
  /** The caller took this endpoint's answer. */
  | {readonly type: 'confirmed'}
  | {readonly type: 'linked'}
  /** The other side's page goes away for a moment. */
  | {readonly type: 'left'}
  /** The caller's page was loaded anew before anything was settled. */
  | {readonly type: 'moved'; readonly endpoint: string}
  /** The other side's next page goes on with a call to which both had agreed. */
  | {readonly type: 'returned'; readonly endpoint: string}
  | {readonly type: 'unlinked'}
  | {readonly type: 'end'; readonly reason: EndReason; readonly by: EndedBy};

export const outgoingCall: CallRecord = Object.freeze({
  phase: 'initiating',
  direction: 'outgoing',
  endpoint: undefined,
  confirmed: false,
  linked: false,
  end: undefined,
});

/** A call that the page before this one left. The caller's word that an answer counts may not have come before that. */
export const resumedCall = (direction: CallRecord['direction'], {endpoint, connectedAt}: Resumed): CallRecord => {
  const wasOn = connectedAt !== undefined;
  const confirmed = wasOn || direction === 'outgoing';
  return Object.freeze({phase: wasOn ? 'reconnecting' : 'connecting', direction, endpoint, confirmed, linked: false, end: undefined});
};

export const incomingCall = (endpoint: string): CallRecord =>
  Object.freeze({
    phase: 'incoming',
    direction: 'incoming',
    endpoint,
    confirmed: false,
    linked: false,
    end: undefined,
  });
