/** The whole library: registers every element and exports everything. */
import './define.js';

export * from './core.js';
export {CallAdminElement} from './elements/call-admin/call-admin.js';
export {CallButtonElement} from './elements/call-button/call-button.js';
export {CallConfigElement} from './elements/call-config/call-config.js';
export {CallImAccountsElement} from './elements/call-im-accounts/call-im-accounts.js';
export {CallLogElement} from './elements/call-log/call-log.js';
export {CallProviderElement} from './elements/call-provider/call-provider.js';
export {CallStatusElement} from './elements/call-status/call-status.js';
export {CallToggleElement} from './elements/call-toggle/call-toggle.js';
export {CallWindowElement} from './elements/call-window/call-window.js';
export {IncomingCallElement} from './elements/incoming-call/incoming-call.js';
