import type {SearchFacts} from '../protocol/peer-link.js';
import type {CallErrorCode} from '../types/call-error.js';

type Known = Pick<SearchFacts, 'servers' | 'policy' | 'gathered' | 'errors' | 'answered'>;

/**
 * Why no path was found, as far as this side can know. A missing relay is to blame only where the other side was heard
 * of, or nothing but a relay was allowed: one that crashed would not have been reached through any. Chromium's 701 does
 * not count: it says that a server was not heard, of each interface that leads nowhere, even where another does.
 */
export const whyNoConnection = (known: Known | undefined): CallErrorCode => {
  if (!known || known.gathered.has('relay')) return 'connection-failed';
  const {servers, policy, errors, answered} = known;
  const failures = Object.keys(errors).join();
  if (/turns?:\w+ 40[13]/.test(failures)) return 'relay-refused';
  // Any other word of a relay's own, such as 486, says that it was reached.
  if ((!answered && policy !== 'relay') || /turns?:\w+ [3-6]/.test(failures)) return 'connection-failed';
  return Object.keys(servers).join().includes('turn') ? 'relay-unreachable' : 'relay-missing';
};
