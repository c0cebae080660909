import type {ViewClass} from '../lazy-view.js';
import type {CallImAccountsElement} from './call-im-accounts.js';
import type {ImAccountsView} from './im-accounts-view.js';

/** The form's inside, fetched when somebody is on a page that has one. */
export const loadImAccountsView = (): Promise<ViewClass<CallImAccountsElement, ImAccountsView>> =>
  import('./im-accounts-view.js').then(({ImAccountsView}) => ImAccountsView);
