import type {ViewClass} from '../lazy-view.js';
import type {CallStatusElement} from './call-status.js';
import type {StatusView} from './status-view.js';

/** The choice of one's own status, fetched when it is on a page. */
export const loadStatusView = (): Promise<ViewClass<CallStatusElement, StatusView>> =>
  import('./status-view.js').then(({StatusView}) => StatusView);
