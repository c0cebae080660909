import type {CallErrorCode} from './call-error.js';
import type {CallPeer} from './call-state.js';
import type {CallPhase} from './call-phase.js';
import type {EndReason, EndedBy} from './end-reason.js';
import type {CallMedia} from './media.js';

/** What a controller tells; `events/call-notice-event.ts` turns each into the DOM event of the same name. */
export interface CallNotices {
  'call-incoming': {readonly callId: string; readonly peer: CallPeer; readonly media: CallMedia};
  'call-state-change': {readonly callId: string | undefined; readonly from: CallPhase; readonly to: CallPhase};
  'call-connected': {readonly callId: string; readonly peer: CallPeer};
  'call-ended': {
    readonly callId: string;
    readonly peer: CallPeer;
    readonly reason: EndReason;
    readonly by: EndedBy;
    readonly durationMs: number;
  };
  'call-missed': {readonly callId: string; readonly peer: CallPeer; readonly reason: EndReason};
  /** A line of text from the other side. */
  'call-text': {readonly callId: string; readonly text: string};
  /** What the other side is writing, as far as it has got; empty when it was taken back. */
  'call-text-draft': {readonly callId: string; readonly text: string};
  'call-error': {
    readonly callId: string | undefined;
    readonly code: CallErrorCode;
    readonly recoverable: boolean;
    readonly reference: string;
  };
}

export type CallNoticeType = keyof CallNotices;

/** One notice; narrow it by `type`. */
export type CallNotice = {
  readonly [T in CallNoticeType]: {readonly type: T; readonly detail: CallNotices[T]};
}[CallNoticeType];

/** Returns false to veto what may be vetoed: `call-incoming`, when the page shows the ring itself. */
export type NoticeListener = (notice: CallNotice) => boolean | void;
