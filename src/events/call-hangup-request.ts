import {CallRequestEvent} from './call-request-event.js';
import type {CallHangupDetail} from './call-request-event.js';

/** A press asks to end the call. */
export class CallHangupRequestEvent extends CallRequestEvent<'call-hangup-request'> {
  constructor(detail: CallHangupDetail = {}) {
    super('call-hangup-request', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-hangup-request': CallHangupRequestEvent;
  }
}
