import type {EndReason} from '../types/end-reason.js';
import type {CallMedia, MediaKind} from '../types/media.js';

/**
 * What a person wants, before it happens. An element dispatches it; the page may prevent it; the element
 * that dispatched it carries it out. Tell requests apart by `type`, never by `instanceof`: with two copies of the
 * library on a page, the other copy's class is another class.
 */
export interface CallRequests {
  'call-start-request': CallStartDetail;
  'call-accept-request': CallAcceptDetail;
  'call-decline-request': CallDeclineDetail;
  'call-hangup-request': CallHangupDetail;
  'call-toggle-request': CallToggleDetail;
}

export interface CallStartDetail {
  readonly callee: string;
  readonly media: CallMedia;
  readonly connector: string | undefined;
  readonly calleeName?: string;
  readonly calleeAvatar?: string;
}

export interface CallHangupDetail {
  /** Which call is meant; undefined where there was none. */
  readonly callId?: string | undefined;
}

export interface CallAcceptDetail extends CallHangupDetail {
  /** Undefined: as the caller asked. */
  readonly media: CallMedia | undefined;
}

export interface CallDeclineDetail extends CallHangupDetail {
  readonly reason: EndReason;
}

export interface CallToggleDetail extends CallHangupDetail {
  readonly kind: MediaKind;
  readonly on: boolean;
}

export type CallRequestType = keyof CallRequests;

/** The class behind every `call-…-request`: bubbles, composed, cancelable, with a frozen detail. */
export class CallRequestEvent<T extends CallRequestType = CallRequestType> extends CustomEvent<CallRequests[T]> {
  declare readonly type: T;

  constructor(type: T, detail: CallRequests[T]) {
    super(type, {bubbles: true, composed: true, cancelable: true, detail});
    Object.freeze(detail);
  }
}
