import type {ViewClass} from '../lazy-view.js';
import type {ButtonWays} from './button-ways.js';
import type {CallButtonElement} from './call-button.js';

/** What a button is beyond one way to call, fetched where there may be another. */
export const loadButtonWays = (): Promise<ViewClass<CallButtonElement, ButtonWays>> =>
  import('./button-ways.js').then(({ButtonWays: Ways}) => Ways);
