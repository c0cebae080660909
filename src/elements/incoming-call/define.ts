import {pageController} from '../../context/page-controller.js';
import {define} from '../../util/define.js';
import {IncomingCallElement} from './incoming-call.js';

pageController();
define('incoming-call', IncomingCallElement);
