import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallToggleElement} from './call-toggle.js';

pageController();
define('call-toggle', CallToggleElement);
