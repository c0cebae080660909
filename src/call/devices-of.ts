import type {CallTicketDevices} from '../types/call-ticket.js';
import type {LocalMedia} from '../types/local-media.js';
import type {MediaKind} from '../types/media.js';

/** What is switched on, or is about to be; undefined before anything was asked for. */
export const devicesOf = (media: LocalMedia | undefined): CallTicketDevices | undefined => {
  const isOn = (kind: MediaKind): boolean => media?.states[kind] === 'on' || media?.states[kind] === 'pending';
  return media && {mic: isOn('mic'), camera: isOn('camera')};
};
