import {countField, wordField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {IP_PRIVACY} from '../../types/configuration.js';
import type {CallPolicy} from '../connector.js';

/** What the server's admin decided, as far as it can be read. */
export const readPolicy = (policy: Fields): CallPolicy => ({
  mayCall: policy['mayCall'] !== 'nobody',
  ringTimeout: countField(policy, 'ringTimeout'),
  ipPrivacy: wordField(policy, 'ipPrivacy', IP_PRIVACY),
  ringWhileDoNotDisturb: policy['ringWhileDoNotDisturb'] === true,
});
