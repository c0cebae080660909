import type {Line, LineListener} from './line.js';

/** Fetches what a page needs to be reached: nothing of it is there before somebody is signed in. */
export const loadLine = async (listener: LineListener, endpoint: string): Promise<Line> =>
  (await import('./line.js')).createLine(listener, endpoint);
