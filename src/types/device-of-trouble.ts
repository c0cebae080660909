import type {CallErrorCode} from './call-error.js';
import type {MediaKind} from './media.js';

/** Troubles that say why one device cannot be used; each is over once that device is on. */
export const DEVICE_OF_TROUBLE: {readonly [C in CallErrorCode]?: MediaKind} = {
  'mic-denied': 'mic',
  'no-mic': 'mic',
  'camera-denied': 'camera',
  'no-camera': 'camera',
  'screen-denied': 'screen',
  'screen-unsupported': 'screen',
};
