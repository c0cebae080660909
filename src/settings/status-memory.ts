import {USER_STATUSES} from '../types/configuration.js';
import type {UserStatus} from '../types/configuration.js';
import {openChannel} from '../util/open-channel.js';
import {createSettingsStore} from './settings-store.js';

/** How a person said they are: kept on this browser's disk, and the same in all of its tabs. */
export interface StatusMemory {
  /** What was said last; undefined when nothing was. */
  load(): Promise<UserStatus | undefined>;
  /** Keeps it, and tells the other tabs. */
  say(status: UserStatus): Promise<void>;
  close(): void;
}

/** `heard` is called with what is said in another tab. */
export const openStatusMemory = (user: string, heard: (status: UserStatus) => void): StatusMemory => {
  const settings = createSettingsStore(user);
  let isOpen = true;
  // Without one, another tab learns of it when it is loaded.
  const channel = openChannel(`call-elements:status:${user}`);
  channel?.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    const status = USER_STATUSES.find((one) => one === data);
    if (status) heard(status);
  });
  return {
    load: async () => (await settings.load()).status || undefined,
    say: async (status) => {
      // Kept first: a page that comes now reads it, and one that is there hears it.
      await settings.save({status});
      if (isOpen) channel?.postMessage(status);
    },
    close: () => {
      isOpen = false;
      channel?.close();
    },
  };
};
