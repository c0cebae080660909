import type {ViewClass} from '../lazy-view.js';
import type {AdminView} from './admin-view.js';
import type {CallAdminElement} from './call-admin.js';

/** The form's inside, fetched when an administrator is on its page. */
export const loadAdminView = (): Promise<ViewClass<CallAdminElement, AdminView>> => import('./admin-view.js').then(({AdminView}) => AdminView);
