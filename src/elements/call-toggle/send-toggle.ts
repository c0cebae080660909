import {sendRequest} from '../../context/send-request.js';
import {CallToggleRequestEvent} from '../../events/call-toggle-request.js';
import type {DeviceState, MediaKind} from '../../types/media.js';

/** Asks for the other side of a switch; while it is already turning, a press asks nothing. */
export const sendToggle = (from: HTMLElement, kind: MediaKind, device: DeviceState): void => {
  if (device !== 'pending') sendRequest(from, new CallToggleRequestEvent({kind, on: device !== 'on'}));
};
