import type {ConnectorAbout, ConnectorLoader} from '../connector-registry.js';
import type {ExoContext, ExoUser} from './exo-context.js';
import {loadExoWay} from './load-exo-way.js';

/**
 * An object as `webConferencing.addProvider()` takes it. Only the first two members are always there; of the others, versions
 * of eXo have had some.
 */
export interface ExoProvider {
  getType(): string;
  getTitle(): string;
  getSupportedTypes?(): readonly string[];
  /** Resolves with what people press: an element, a jQuery object, or an array of elements or Vue components. */
  callButton?(context: ExoContext, type?: string): unknown;
  init?(context: ExoContext): unknown;
  /** Providers of links: the call's id, and the page of a call. */
  getCallId?(context: ExoContext): unknown;
  getCallUrl?(id: string): unknown;
  isInitialized?: boolean;
}

export interface ExoOptions {
  /** Who is signed in, as eXo describes people. */
  readonly currentUser: ExoUser;
  /** The callee has to have an account of the provider's type. */
  readonly account?: ConnectorAbout['account'] | undefined;
}

/** What `registerConnector` takes: `registerConnector(...exoProvider(provider, {currentUser}))`. */
export const exoProvider = (
  provider: ExoProvider,
  {currentUser, account}: ExoOptions,
): [name: string, load: ConnectorLoader, about: ConnectorAbout] => [
  provider.getType(),
  () => loadExoWay(provider, currentUser),
  {title: provider.getTitle(), account},
];
