/** What a script tag gives: everything, and the page's own controller. In the classic script this is `CallElements`. */
import {pageController} from './context/page-controller.js';

export * from './index.js';
export const controller = pageController();
