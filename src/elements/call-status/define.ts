import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallStatusElement} from './call-status.js';

pageController();
define('call-status', CallStatusElement);
