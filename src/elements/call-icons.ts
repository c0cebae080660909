import {CAMERA, line} from './icons.js';

// Apart from icons.ts, since nobody sees them before there is a call.
const MIC = 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M9 21h6';
const SCREEN = 'M5 4.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7';
const SLASH = 'M4 4l16 16';

export const mic = line(MIC);
export const micOff = line(MIC + SLASH);
export const camera = line(CAMERA);
export const cameraOff = line(CAMERA + SLASH);
export const screen = line(`${SCREEN}M12 13.5V8M9.5 10.3 12 7.8l2.5 2.5`);
export const screenOff = line(`${SCREEN}M9.5 8.3l5 5M14.5 8.3l-5 5`);
export const settings = line('M4 8h7.5M17 8h3M4 16h3M12.5 16h7.5M17 8a2.75 2.75 0 1 1-5.5 0A2.75 2.75 0 0 1 17 8zM12.5 16A2.75 2.75 0 1 1 7 16a2.75 2.75 0 0 1 5.5 0z');
export const close = line('M6.5 6.5l11 11M17.5 6.5l-11 11');
