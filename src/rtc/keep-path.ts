import type {LinkHealth, LinkPath, LinkStatus} from '../protocol/peer-link.js';
import type {Clock} from '../util/clock.js';
import {createPace} from './pace.js';
import {PathHealth} from './path-health.js';
import {createRecovery} from './recovery.js';
import {watchNetwork} from './watch-network.js';

export interface KeepPathOptions {
  /** Asks for a restart, here or at the other side. */
  readonly renew: () => void;
  /** What else may help, when that did not. */
  readonly again: () => void;
  /** Carries out a restart. */
  readonly restart: () => void;
  /** The path as it is now. */
  readonly path: () => Promise<LinkPath | undefined>;
  readonly health: (health: LinkHealth) => void;
}

/** All that keeps a path: it is looked at while it is there, and looked for when it is lost or the network is another. */
export const keepPath = (clock: Clock, {renew, again, restart, path, health}: KeepPathOptions) => {
  const recovery = createRecovery(clock, renew, again);
  const restarts = createPace(clock, restart);
  const watch = new PathHealth(clock, path, health);
  const unwatch = watchNetwork(renew);
  return {
    watch,
    /** Somebody wants a restart. */
    ask: restarts.ask,
    status: (status: LinkStatus): void => {
      watch[status === 'connected' ? 'start' : 'stop']();
      if (status === 'connected') recovery.found();
      if (status === 'lost') recovery.lost();
    },
    close: (): void => {
      recovery.found();
      watch.stop();
      restarts.close();
      unwatch();
    },
  };
};
