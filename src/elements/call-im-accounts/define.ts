import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallImAccountsElement} from './call-im-accounts.js';

pageController();
define('call-im-accounts', CallImAccountsElement);
