import type {CallTrouble} from '../types/call-error.js';
import {DEVICE_OF_TROUBLE} from '../types/device-of-trouble.js';
import type {DeviceState, PerKind} from '../types/media.js';

/** True when what was wrong with a device is right again. */
export const troubleIsOver = (trouble: CallTrouble | undefined, local: PerKind<DeviceState>): boolean => {
  const device = trouble && DEVICE_OF_TROUBLE[trouble.code];
  return device !== undefined && local[device] === 'on';
};
