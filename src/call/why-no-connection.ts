import type {SearchFacts} from '../protocol/peer-link.js';
import type {CallErrorCode} from '../types/call-error.js';

/** What was seen of a call's search for a path, and of what it was given to search with. */
export interface SearchCircumstances extends Omit<SearchFacts, 'errors'> {
  /** Somebody who may know of ICE servers could not be asked. */
  readonly isShort?: boolean;
}

/**
 * Why no path was found, as far as this side can know. A relay is to blame only where the other side was heard of, or
 * nothing but a relay was allowed: one that crashed would not have been reached through any. Chromium's 701 does not
 * count: it says that a server was not heard, of each interface that leads nowhere, even where another does.
 */
export const whyNoConnection = (known: SearchCircumstances | undefined): CallErrorCode => {
  if (!known || known.gathered.has('relay')) return 'connection-failed';
  const {servers, policy, heard, refused, reached, answered, isShort} = known;
  const needsOwn = policy === 'relay';
  if (!answered && !needsOwn) return 'connection-failed';
  if (refused) return 'relay-refused';
  if (reached) return 'connection-failed';
  if (Object.keys(servers).join().includes('turn')) return 'relay-unreachable';
  return isShort || (heard.has('relay') && !needsOwn) ? 'connection-failed' : 'relay-missing';
};
