import {browserTabs} from '../tabs/browser-tabs.js';
import {sharedLayer} from '../tabs/tab-layer.js';
import {Line} from './line.js';
import type {LineListener} from './line-listener.js';

/** A line among the tabs of this browser. */
export const createBrowserLine = (listener: LineListener, endpoint: string): Line => {
  const world = browserTabs();
  return new Line(listener, endpoint, world && ((pass) => sharedLayer(world, pass)));
};
