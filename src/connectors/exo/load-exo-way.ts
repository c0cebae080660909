import type {LinkOut} from '../connector-registry.js';
import type {ExoUser} from './exo-context.js';
import type {ExoProvider} from './exo-provider.js';

/** The way to call that a provider is, fetched when that is first wanted. */
export const loadExoWay = (provider: ExoProvider, currentUser: ExoUser): Promise<LinkOut> =>
  import('./exo-way.js').then(({exoWay}) => exoWay(provider, currentUser));
