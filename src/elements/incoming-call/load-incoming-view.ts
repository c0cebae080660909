import type {ViewClass} from '../lazy-view.js';
import type {IncomingCallElement} from './incoming-call.js';
import type {IncomingView} from './incoming-view.js';

/** The popup, fetched when somebody calls. */
export const loadIncomingView = (): Promise<ViewClass<IncomingCallElement, IncomingView>> =>
  import('./incoming-view.js').then(({IncomingView}) => IncomingView);
