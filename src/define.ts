/** Registers every element. Providers come before consumers, so that nothing dials on the page's account first. */
import {pageController} from './context/page-controller.js';
import './elements/call-provider/define.js';
import './elements/call-config/define.js';
import './elements/call-button/define.js';
import './elements/call-log/define.js';
import './elements/call-toggle/define.js';
import './elements/incoming-call/define.js';
import './elements/call-window/define.js';
import './elements/call-status/define.js';
import './elements/call-admin/define.js';
import './elements/call-im-accounts/define.js';

pageController();
