import type {Settings} from '../store/settings.js';
import type {Policy} from '../store/setting-values.js';

/** What pages are to do, of all that administrators decide. */
export type PagePolicy = Pick<Policy, 'ringTimeout' | 'ipPrivacy' | 'ringWhileDoNotDisturb'>;

export interface FollowedPolicy {
  /** Nothing until it was read for the first time. */
  readonly current: PagePolicy | undefined;
  stop(): void;
}

/** Keeps the policy at hand, and tells `changed` of each that comes. */
export const followPolicy = (settings: Pick<Settings, 'read' | 'watch'>, changed: () => void): FollowedPolicy => {
  let current: PagePolicy | undefined;
  const look = async (): Promise<void> => {
    const {ringTimeout, ipPrivacy, ringWhileDoNotDisturb} = (await settings.read('policy')).value;
    current = {ringTimeout, ipPrivacy, ringWhileDoNotDisturb};
    changed();
  };
  // While the database is away, the last one stays.
  const lookIfPossible = (): void => void look().catch(() => undefined);
  lookIfPossible();
  const stop = settings.watch(({name}) => {
    if (name === 'policy') lookIfPossible();
  });
  return {
    get current() {
      return current;
    },
    stop,
  };
};
