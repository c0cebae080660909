import type {SettingValues} from '../store/setting-definitions.js';
import type {Settings} from '../store/settings.js';

/** What an administrator has saved; undefined while nobody has. */
export type SavedSettings = <Name extends 'twilio' | 'ice-servers'>(name: Name) => Promise<SettingValues[Name] | undefined>;

export const createSavedSettings =
  (settings: Pick<Settings, 'read'>): SavedSettings =>
  async (name) => {
    const {version, value} = await settings.read(name);
    return version > 0 ? value : undefined;
  };
