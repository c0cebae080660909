import type {View} from '../lazy-view.js';
import type {WindowModel} from './window-view.js';

/** The window's inside, fetched when a call begins. */
export const loadCallWindowView = (): Promise<View<WindowModel>> =>
  import('./window-view.js').then(({windowView}) => windowView);
