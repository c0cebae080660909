import {backOff} from '../../util/back-off.js';

/** Milliseconds over which those come back whom one outage hits together. */
const SPREAD = 3000;

/** Milliseconds after which one who was refused looks again, if nothing makes them do so before. */
export const LOOK_AGAIN = 180_000;

/** Milliseconds before the next attempt; of a crowd, some come at once and some later. */
export const pauseBefore = (attempt: number, isCrowd: boolean): number => (isCrowd ? Math.random() * SPREAD : backOff(attempt));
