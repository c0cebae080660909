import type {CallErrorCode, CallTrouble} from '../types/call-error.js';
import type {DeviceState, MediaKind, PerKind} from '../types/media.js';

/** Troubles that are over once that device is on. */
const DEVICES: {readonly [C in CallErrorCode]?: MediaKind} = {
  'mic-denied': 'mic',
  'no-mic': 'mic',
  'camera-denied': 'camera',
  'no-camera': 'camera',
  'screen-denied': 'screen',
};

/** True when what was wrong with a device is right again. */
export const troubleIsOver = (trouble: CallTrouble | undefined, local: PerKind<DeviceState>): boolean => {
  const device = trouble && DEVICES[trouble.code];
  return device !== undefined && local[device] === 'on';
};
