import type {ConnectorAbout, ConnectorLoader, LinkCall} from '../connector-registry.js';
import {openMeeting} from '../open-link-out.js';
import {exoButton} from './exo-button.js';
import {exoContext} from './exo-context.js';
import type {ExoContext, ExoUser} from './exo-context.js';

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
  readonly account?: ConnectorAbout['account'];
}

/** What `registerConnector` takes: `registerConnector(...exoProvider(provider, {currentUser}))`. */
export const exoProvider = (
  provider: ExoProvider,
  {currentUser, account}: ExoOptions,
): [name: string, load: ConnectorLoader, about: ConnectorAbout] => {
  const type = provider.getType();

  const prepare = async (call: LinkCall): Promise<(() => unknown) | undefined> => {
    await init(provider, currentUser);
    const context = exoContext(currentUser, {...call, type});
    // What it is rejected with is why there is no button for this person, which is nothing unusual.
    const button = await Promise.resolve(provider.callButton?.(context, type)).catch(() => null);
    if (button === null) return undefined;
    const element = exoButton(button);
    if (element) return () => element.click();
    return linkOf(provider, context);
  };

  return [type, async () => ({prepare}), {title: provider.getTitle(), ...(account && {account})}];
};

const begun = new WeakMap<ExoProvider, Promise<void>>();

/** Once, however often it is registered; after a failure, whoever asks next tries again. */
const init = (provider: ExoProvider, currentUser: ExoUser): Promise<void> => {
  const known = begun.get(provider);
  if (known) return known;
  const beginning = (async () => {
    await provider.init?.(exoContext(currentUser));
    provider.isInitialized = true;
  })();
  begun.set(provider, beginning);
  beginning.catch(() => begun.delete(provider));
  return beginning;
};

const linkOf = async (provider: ExoProvider, context: ExoContext): Promise<(() => unknown) | undefined> => {
  const id = await provider.getCallId?.(context);
  // Some give a promise where others give the address.
  const url = typeof id === 'string' ? await provider.getCallUrl?.(id) : undefined;
  return typeof url === 'string' ? () => openMeeting(url) : undefined;
};
