import type {LinkCall, LinkOut} from '../connector-registry.js';
import {openMeeting} from '../open-link-out.js';
import {exoButton} from './exo-button.js';
import {exoContext} from './exo-context.js';
import type {ExoContext, ExoUser} from './exo-context.js';
import type {ExoProvider} from './exo-provider.js';

/** The way to call that a provider is: it is asked for each person whether there is a button, and that one is pressed. */
export const exoWay = (provider: ExoProvider, currentUser: ExoUser): LinkOut => {
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
  return {prepare};
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
