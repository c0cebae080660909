import type {Settings} from '../store/settings.js';
import type {ConnectorSetting, Policy} from '../store/setting-values.js';

/** What pages are to do, of all that administrators decide. */
export interface Decisions {
  readonly policy: Pick<Policy, 'mayCall' | 'ringTimeout' | 'ipPrivacy' | 'ringWhileDoNotDisturb'>;
  readonly connectors: readonly ConnectorSetting[];
}

export interface FollowedDecisions {
  /** Nothing until they were read for the first time. */
  readonly current: Decisions | undefined;
  stop(): void;
}

/** Keeps the decisions at hand, and tells `changed` of each that comes. */
export const followDecisions = (settings: Pick<Settings, 'read' | 'watch'>, changed: () => void): FollowedDecisions => {
  let current: Decisions | undefined;
  const look = async (): Promise<void> => {
    const [policy, connectors] = await Promise.all([settings.read('policy'), settings.read('connectors')]);
    const {mayCall, ringTimeout, ipPrivacy, ringWhileDoNotDisturb} = policy.value;
    current = {policy: {mayCall, ringTimeout, ipPrivacy, ringWhileDoNotDisturb}, connectors: connectors.value};
    changed();
  };
  // While the database is away, the last ones stay.
  const lookIfPossible = (): void => void look().catch(() => undefined);
  lookIfPossible();
  const stop = settings.watch(({name}) => {
    if (name === 'policy' || name === 'connectors') lookIfPossible();
  });
  return {
    get current() {
      return current;
    },
    stop,
  };
};
