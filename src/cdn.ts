/**
 * What a script tag gives: the elements, the page's own controller, and what a page needs to take part. In the
 * classic script this is `CallElements`. Types, lists and classes for programs are in the package.
 */
import './define.js';
import {pageController} from './context/page-controller.js';

export {createController} from './call/create-controller.js';
export {registerConnector} from './connectors/connector-registry.js';
export {exoProvider} from './connectors/exo/exo-provider.js';
export {setOdooAdapter} from './connectors/odoo/odoo-adapter.js';
export {pageController} from './context/page-controller.js';
export {sendRequest} from './context/send-request.js';
export {CallRequestEvent} from './events/call-request-event.js';
export {registerTerms} from './localize/languages.js';
export {VERSION} from './util/version.js';

/** The controller that all elements of the page share. */
export const controller = pageController();
