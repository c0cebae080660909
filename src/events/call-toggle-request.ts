import {CallRequestEvent} from './call-request-event.js';
import type {CallToggleDetail} from './call-request-event.js';

/** A press asks to switch microphone, camera or screen. */
export class CallToggleRequestEvent extends CallRequestEvent<'call-toggle-request'> {
  constructor(detail: CallToggleDetail) {
    super('call-toggle-request', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'call-toggle-request': CallToggleRequestEvent;
  }
}
