import type {ViewClass} from '../lazy-view.js';
import type {CallLogView} from './call-log-view.js';
import type {CallLogElement} from './call-log.js';

/** The list, fetched where a page has one. */
export const loadCallLogView = (): Promise<ViewClass<CallLogElement, CallLogView>> =>
  import('./call-log-view.js').then(({CallLogView}) => CallLogView);
