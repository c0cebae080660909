import {CallRequestEvent} from './call-request-event.js';

/** A press asks to end the call. */
export class CallHangupRequestEvent extends CallRequestEvent<'call-hangup-request'> {
  constructor() {
    super('call-hangup-request', null);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-hangup-request': CallHangupRequestEvent;
  }
}
