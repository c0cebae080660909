import {CallRequestEvent} from './call-request-event.js';
import type {CallDeclineDetail} from './call-request-event.js';

/** A press asks to turn the call down. */
export class CallDeclineRequestEvent extends CallRequestEvent<'call-decline-request'> {
  constructor(detail: CallDeclineDetail) {
    super('call-decline-request', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-decline-request': CallDeclineRequestEvent;
  }
}
