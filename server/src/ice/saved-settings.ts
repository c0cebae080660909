import CircuitBreaker from 'opossum';
import type {Log} from '../log.js';

/** What ICE needs of the settings' store. Version 0: nobody has saved that setting yet. */
export interface SettingsReader {
  read(name: 'twilio' | 'ice-servers'): Promise<{readonly version: number; readonly value: unknown}>;
}

/** The value that an administrator has saved, if one has. Never rejects. */
export type SavedSetting = (name: 'twilio' | 'ice-servers') => Promise<unknown>;

/**
 * Looks into the store at every question, so that a change counts at once, on every node. While the store is silent, what
 * was read last counts: calls go on without it.
 */
export const createSavedSettings = (settings: SettingsReader, log: Log): SavedSetting => {
  const known = new Map<string, unknown>();
  const store = new CircuitBreaker(settings.read.bind(settings), {timeout: 500, volumeThreshold: 3});
  store.on('open', () => log.warn({code: 'settings-unreachable'}, 'The settings cannot be read: ICE goes on with those read last.'));
  return async (name) => {
    try {
      const {version, value} = await store.fire(name);
      known.set(name, version > 0 ? value : undefined);
    } catch {
      // The breaker tells of it once.
    }
    return known.get(name);
  };
};
