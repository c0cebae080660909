import type {CallConfiguration} from '../types/configuration.js';
import type {Tabs} from '../types/tabs.js';
import type {Clock} from '../util/clock.js';
import type {CallStore} from './call-store.js';
import type {ControllerSeams} from './controller-seams.js';
import type {Line} from './line.js';

/** What the resting controller hands to the engine that it fetches for calls. */
export interface EngineHost {
  readonly clock: Clock;
  randomId(): string;
  /** Names this page among all that the user has open. */
  readonly endpoint: string;
  readonly configuration: CallConfiguration;
  readonly line: Line;
  readonly tabs: Tabs;
  readonly store: CallStore;
}

interface HostParts {
  readonly seams: ControllerSeams;
  readonly endpoint: string;
  readonly store: CallStore;
  configuration(): CallConfiguration;
}

export const engineHost = ({seams, endpoint, store, configuration}: HostParts, line: Line): EngineHost => ({
  clock: seams.clock,
  randomId: seams.randomId,
  endpoint,
  line,
  tabs: line.tabs,
  store,
  get configuration() {
    return configuration();
  },
});
