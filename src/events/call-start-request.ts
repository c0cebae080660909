import {CallRequestEvent} from './call-request-event.js';
import type {CallStartDetail} from './call-request-event.js';

/** A press asks to call `callee`. */
export class CallStartRequestEvent extends CallRequestEvent<'call-start-request'> {
  constructor(detail: CallStartDetail) {
    super('call-start-request', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-start-request': CallStartRequestEvent;
  }
}
