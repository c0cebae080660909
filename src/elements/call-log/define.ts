import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallLogElement} from './call-log.js';

pageController();
define('call-log', CallLogElement);
