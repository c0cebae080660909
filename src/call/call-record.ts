import type {CallPhase} from '../types/call-phase.js';
import type {CallEnd, EndReason, EndedBy} from '../types/end-reason.js';

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

export const incomingCall = (endpoint: string): CallRecord =>
  Object.freeze({
    phase: 'incoming',
    direction: 'incoming',
    endpoint,
    confirmed: false,
    linked: false,
    end: undefined,
  });
