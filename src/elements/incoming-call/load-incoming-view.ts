import type {View} from '../lazy-view.js';
import type {IncomingModel} from './incoming-view.js';

/** The popup, fetched when somebody calls. */
export const loadIncomingView = (): Promise<View<IncomingModel>> =>
  import('./incoming-view.js').then(({incomingView}) => incomingView);
