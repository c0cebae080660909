import type {ViewClass} from '../lazy-view.js';
import type {CallWindowElement} from './call-window.js';
import type {WindowView} from './window-view.js';

/** The window's inside, fetched when a call begins. */
export const loadCallWindowView = (): Promise<ViewClass<CallWindowElement, WindowView>> =>
  import('./window-view.js').then(({WindowView}) => WindowView);
