import type {CallNotices, CallNoticeType} from '../types/notice.js';

/**
 * What happened, told on the controller's node (`<html>`, or the provider). Bubbles and is composed, so that a
 * listener on `document` hears it. Only `call-incoming` can be prevented: the page then shows the ring itself.
 */
export class CallNoticeEvent<T extends CallNoticeType = CallNoticeType> extends CustomEvent<CallNotices[T]> {
  declare readonly type: T;

  constructor(type: T, detail: CallNotices[T]) {
    super(type, {bubbles: true, composed: true, cancelable: type === 'call-incoming', detail});
    Object.freeze(detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-incoming': CallNoticeEvent<'call-incoming'>;
    'call-state-change': CallNoticeEvent<'call-state-change'>;
    'call-connected': CallNoticeEvent<'call-connected'>;
    'call-ended': CallNoticeEvent<'call-ended'>;
    'call-missed': CallNoticeEvent<'call-missed'>;
    'call-text': CallNoticeEvent<'call-text'>;
    'call-text-draft': CallNoticeEvent<'call-text-draft'>;
    'call-error': CallNoticeEvent<'call-error'>;
  }
}
