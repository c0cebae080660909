import {sendRequest} from '../../context/send-request.js';
import {CallToggleRequestEvent} from '../../events/call-toggle-request.js';
import type {CallState} from '../../types/call-state.js';
import type {MediaKind} from '../../types/media.js';

/** Asks for the other side of a switch; while it is already turning, a press asks nothing. */
export const sendToggle = (from: HTMLElement, kind: MediaKind, {callId, local}: CallState): void => {
  const device = local[kind];
  if (device !== 'pending') sendRequest(from, new CallToggleRequestEvent({callId, kind, on: device !== 'on'}));
};
