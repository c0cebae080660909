import type {ViewClass} from '../lazy-view.js';
import type {ButtonMore} from './button-more.js';
import type {CallButtonElement} from './call-button.js';

/** What a button does beyond calling, fetched once somebody is signed in. */
export const loadButtonMore = (): Promise<ViewClass<CallButtonElement, ButtonMore>> =>
  import('./button-more.js').then(({ButtonMore: More}) => More);
