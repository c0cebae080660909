import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallAdminElement} from './call-admin.js';

pageController();
define('call-admin', CallAdminElement);
