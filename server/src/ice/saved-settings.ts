import CircuitBreaker from 'opossum';
import type {Log} from '../log.js';
import type {SettingValues} from '../store/setting-definitions.js';
import type {Settings} from '../store/settings.js';

type Name = 'twilio' | 'ice-servers';

export interface SavedSettings {
  /** What an administrator has saved; undefined while nobody has. Never rejects. */
  read<One extends Name>(name: One): Promise<SettingValues[One] | undefined>;
  close(): void;
}

/**
 * Looks into the store at every question, so that a change counts at once. When the store is silent, what was read last
 * counts: calls go on without it.
 */
export const createSavedSettings = (settings: Pick<Settings, 'read'>, log: Log): SavedSettings => {
  const known = new Map<Name, unknown>();
  // Both settings and a source that is slow, too, must fit into the two seconds that a browser waits.
  const limits = {timeout: 400, resetTimeout: 5000, errorThresholdPercentage: 1};
  const store = new CircuitBreaker((name: Name) => settings.read(name), limits);
  store.on('open', () => log.warn({code: 'settings-unreachable'}, 'The settings cannot be read: ICE goes on with those read last.'));
  return {
    async read<One extends Name>(name: One) {
      try {
        const {version, value} = await store.fire(name);
        known.set(name, version > 0 ? value : undefined);
      } catch {
        // Told where the breaker opens.
      }
      return known.get(name) as SettingValues[One] | undefined;
    },
    close: () => store.shutdown(),
  };
};

/** For servers without a store. */
export const NOTHING_SAVED: SavedSettings = {read: async () => undefined, close: () => undefined};
