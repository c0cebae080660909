import {SETTINGS} from '../../src/store/setting-definitions.js';
import type {Settings} from '../../src/store/settings.js';

/** Settings that no administrator has touched. */
export const NOTHING_SAVED: Pick<Settings, 'read'> = {
  read: async (name) => ({version: 0, value: SETTINGS[name].initial}),
};
