import type {ViewClass} from '../lazy-view.js';
import type {CallToggleElement} from './call-toggle.js';
import type {ToggleView} from './toggle-view.js';

/** The switch, fetched where a page has one of its own. */
export const loadToggleView = (): Promise<ViewClass<CallToggleElement, ToggleView>> =>
  import('./toggle-view.js').then(({ToggleView}) => ToggleView);
