import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {CallButtonElement} from './call-button.js';

pageController();
define('call-button', CallButtonElement);
