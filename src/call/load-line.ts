import type {Line} from './line.js';
import type {LineListener} from './line-listener.js';

/** Fetches what a page needs to be reached: nothing of it is there before somebody is signed in. */
export const loadLine = async (listener: LineListener, endpoint: string): Promise<Line> =>
  (await import('./browser-line.js')).createBrowserLine(listener, endpoint);
