import type {deviceChoices} from './device-choices.js';

/** The choice of devices, fetched when it is first opened. */
export const loadDeviceChoices = (): Promise<typeof deviceChoices> =>
  import('./device-choices.js').then(({deviceChoices}) => deviceChoices);
