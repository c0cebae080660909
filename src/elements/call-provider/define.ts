import {define} from '../../util/define.js';
import {CallProviderElement} from './call-provider.js';

define('call-provider', CallProviderElement);
