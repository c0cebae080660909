import type {CallSettings, SettingsStore} from '../types/call-settings.js';
import {systemClock} from '../util/clock.js';
import type {Clock} from '../util/clock.js';
import {createDisk} from './disk.js';
import {parseSettings} from './parse-settings.js';

/** What is known of each user as long as the page lasts; `unwritten` is what the disk did not take. */
const remembered = new Map<string, {known: CallSettings; unwritten: Partial<CallSettings>}>();

/** One user's settings, in IndexedDB where it works and in memory where it does not. */
export const createSettingsStore = (user: string, clock: Clock = systemClock): SettingsStore => {
  const disk = createDisk('call-elements', 'settings', clock);

  const now = () => remembered.get(user) ?? {known: parseSettings(undefined), unwritten: {}};

  return {
    load: async () => {
      const found = await disk.read(user);
      const {known, unwritten} = now();
      const settings = found ? parseSettings({...parseSettings(found.value), ...unwritten}) : known;
      remembered.set(user, {known: settings, unwritten});
      return settings;
    },
    save: async (changes) => {
      // In memory first: whoever loads while the disk is being written sees the new settings.
      const {known, unwritten} = now();
      const wanted = {...unwritten, ...changes};
      remembered.set(user, {known: parseSettings({...known, ...changes}), unwritten: wanted});
      const written = await disk.update(user, (found) => parseSettings({...parseSettings(found), ...wanted}));
      // A later save is still on its way, and carries these changes too.
      if (!written || now().unwritten !== wanted) return;
      remembered.set(user, {known: written.value, unwritten: {}});
    },
  };
};
