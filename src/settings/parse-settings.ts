import {DEFAULT_SETTINGS} from '../types/call-settings.js';
import type {CallSettings} from '../types/call-settings.js';
import {USER_STATUSES} from '../types/configuration.js';

/** Longer than any browser's device id; what exceeds it was not written by us. */
const LONGEST_ID = 512;

const isOwnObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const STATUSES: readonly unknown[] = [DEFAULT_SETTINGS.status, ...USER_STATUSES];

const isAcceptable = (name: string, value: unknown, like: boolean | string): boolean =>
  typeof value === typeof like &&
  (typeof value !== 'string' || value.length <= LONGEST_ID) &&
  (name !== 'status' || STATUSES.includes(value));

/**
 * Settings out of anything: what an older version, another script or a curious person left on the disk.
 * Only own properties with a known name and the right type are taken, each on its own, over the defaults.
 */
export const parseSettings = (value: unknown): CallSettings => {
  if (!isOwnObject(value)) return DEFAULT_SETTINGS;
  const known = Object.entries(DEFAULT_SETTINGS)
    .filter(([name, like]) => Object.hasOwn(value, name) && isAcceptable(name, value[name], like))
    .map(([name]) => [name, value[name]]);
  return Object.freeze({...DEFAULT_SETTINGS, ...(Object.fromEntries(known) as Partial<CallSettings>)});
};
