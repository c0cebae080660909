import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallConfigElement} from './call-config.js';

pageController();
define('call-config', CallConfigElement);
