import {CallRequestEvent} from './call-request-event.js';
import type {CallAcceptDetail} from './call-request-event.js';

/** A press asks to answer the call that rings. */
export class CallAcceptRequestEvent extends CallRequestEvent<'call-accept-request'> {
  constructor(detail: CallAcceptDetail) {
    super('call-accept-request', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-accept-request': CallAcceptRequestEvent;
  }
}
