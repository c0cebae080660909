import {countField, wordField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {IP_PRIVACY} from '../../types/configuration.js';
import type {CallPolicy} from '../connector.js';

/** What Odoo's settings say, as far as it can be read. */
export const readPolicy = (policy: Fields): CallPolicy => ({
  mayCall: policy['may_call'] !== false,
  ringTimeout: countField(policy, 'ring_timeout_s'),
  ipPrivacy: wordField(policy, 'ip_privacy', IP_PRIVACY),
  ringWhileDoNotDisturb: policy['ring_while_do_not_disturb'] === true,
});
