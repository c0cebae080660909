/** The choice of devices and its styles, fetched when it is first opened. */
export const loadDeviceChoices = () => import('./device-choices.js');
