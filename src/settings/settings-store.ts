import {createStore, promisifyRequest} from 'idb-keyval';
import type {UseStore} from 'idb-keyval';
import type {CallSettings, SettingsStore} from '../types/call-settings.js';
import {systemClock} from '../util/clock.js';
import type {Clock} from '../util/clock.js';
import {within} from '../util/within.js';
import {parseSettings} from './parse-settings.js';

/** A database that has not answered by then never does: some browsers hang instead of failing. */
const PATIENCE = 1000;

/** What is known of each user as long as the page lasts; `unwritten` is what the disk did not take. */
const remembered = new Map<string, {known: CallSettings; unwritten: Partial<CallSettings>}>();

let said = false;

/** One user's settings, in IndexedDB where it works and in memory where it does not. */
export const createSettingsStore = (user: string, clock: Clock = systemClock): SettingsStore => {
  let disk: UseStore | undefined;
  let hangs = false;

  /** What `action` yields on the disk; undefined when there is no using it. */
  const onDisk = async <T>(action: (store: UseStore) => Promise<T>): Promise<{value: T} | undefined> => {
    if (hangs) return undefined;
    try {
      disk ??= createStore('call-elements', 'settings');
      return {value: await within(action(disk), PATIENCE, clock)};
    } catch (error) {
      // The store may hold on to a promise that failed or never settles, so the next attempt gets a new one;
      // after a hang there is none, or every call would wait for it again.
      disk = undefined;
      hangs = (error as Partial<DOMException> | null)?.name === 'TimeoutError';
      if (!said) console.debug('call-elements: settings last only as long as this page.', error);
      said = true;
      return undefined;
    }
  };

  const now = () => remembered.get(user) ?? {known: parseSettings(undefined), unwritten: {}};

  return {
    load: async () => {
      const found = await onDisk((store) => store('readonly', (all) => promisifyRequest<unknown>(all.get(user))));
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
      let written: CallSettings | undefined;
      // Read and written in one go: other pages of the same person write, too.
      const saved = await onDisk((store) =>
        store('readwrite', async (all) => {
          written = parseSettings({...parseSettings(await promisifyRequest<unknown>(all.get(user))), ...wanted});
          all.put(written, user);
          await promisifyRequest(all.transaction);
        }),
      );
      // A later save is still on its way, and carries these changes too.
      if (!saved || !written || now().unwritten !== wanted) return;
      remembered.set(user, {known: written, unwritten: {}});
    },
  };
};
