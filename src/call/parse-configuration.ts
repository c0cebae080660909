import {parseIceServers} from '../ice/parse-ice-servers.js';
import {LIMITS} from '../protocol/parse-body.js';
import {DEFAULT_CONFIGURATION, IP_PRIVACY, USER_STATUSES, WINDOW_MODES} from '../types/configuration.js';
import type {CallConfiguration} from '../types/configuration.js';
import {warnOnce} from '../util/warn-once.js';

type Checks = {readonly [K in keyof CallConfiguration]?: (value: CallConfiguration[K]) => boolean};

const CHECKS: Checks = {
  userId: (value) => value.length <= LIMITS.id,
  ipPrivacy: (value) => IP_PRIVACY.includes(value),
  status: (value) => USER_STATUSES.includes(value),
  windowMode: (value) => WINDOW_MODES.includes(value),
  ringTimeout: (value) => value >= 1 && value <= 600,
  connectors: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  iceServers: (value) => Array.isArray(value) && parseIceServers(value).problems.length === 0,
};

/** What of `changes` can be used. The rest is warned of once and changes nothing. */
export const parseConfiguration = (changes: Partial<CallConfiguration>): Partial<CallConfiguration> => {
  const known = Object.entries(changes).filter(([key, value]) => {
    if (value === undefined) return false;
    const expected = DEFAULT_CONFIGURATION[key as keyof CallConfiguration] as unknown;
    const check = CHECKS[key as keyof Checks] as ((value: unknown) => boolean) | undefined;
    const isFit = Object.hasOwn(DEFAULT_CONFIGURATION, key) && typeof value === typeof expected && (check?.(value) ?? true);
    if (!isFit) warnOnce(`configure ${key}`, `configure() leaves "${key}" as it is: the given value is of no use.`);
    return isFit;
  });
  return Object.fromEntries(known);
};
