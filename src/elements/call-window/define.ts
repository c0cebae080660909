import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallWindowElement} from './call-window.js';

pageController();
define('call-window', CallWindowElement);
