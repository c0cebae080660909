import {CallError} from '../../types/call-error.js';
import type {Clock} from '../../util/clock.js';
import {warnOnce} from '../../util/warn-once.js';
import {readToken} from './read-token.js';

/** What `token-url` may take of a person's time, in milliseconds. */
const PATIENCE = 8000;

export interface TokenSource {
  /** One that holds, as far as is known. */
  get(): Promise<string>;
  /** Another one. */
  renew(): Promise<string>;
  /** The server says for how many milliseconds the one there is still holds. No clock is compared: this device's may be wrong. */
  lasts(ms: number): void;
  /** The server does not take the one there is. */
  forget(): void;
}

interface TokenQuestion {
  readonly url: string;
  /** Who the page is for: another person's token is neither kept nor sent. */
  readonly user: string;
  readonly signal: AbortSignal;
}

/** What a page needs of the world to be signed in. */
export interface Seams {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Signed tokens of the page's own server. Rejects with `signaling-refused` when there is none for this person, and with
 * anything else when that could not be found out. One question at a time, however many ask.
 */
export const createTokenSource = ({url, user, signal}: TokenQuestion, {clock, fetch}: Seams): TokenSource => {
  let token: string | undefined;
  let overAt = Infinity;
  let wasEmpty = false;
  let asking: Promise<string> | undefined;

  const refuse = (cause: string): never => {
    throw new CallError('signaling-refused', {cause: `token-url: ${cause}`});
  };

  const ask = async (): Promise<string> => {
    const response = await fetch(url, {
      headers: {accept: 'application/json'},
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    const {status, ok} = response;
    if (status === 401 || status === 403) refuse(`status ${status}`);
    if (!ok) throw new DOMException(`token-url: status ${status}`, 'NetworkError');
    const answer = readToken(await response.text());
    if (!answer) {
      // A page to sign in, or that of a proxy whose portal is being restarted: it is believed the second time.
      if (wasEmpty) refuse('no token');
      wasEmpty = true;
      throw new DOMException('token-url: no token', 'DataError');
    }
    wasEmpty = false;
    if (answer.user !== user) {
      warnOnce('token-subject', 'the token of token-url is not for the person of user-id.');
      refuse('not for user-id');
    }
    [token, overAt] = [answer.text, Infinity];
    return token;
  };

  const renew = (): Promise<string> => {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };

  return {
    get: async () => (token !== undefined && clock.now() < overAt ? token : renew()),
    renew,
    lasts: (ms) => (overAt = clock.now() + ms),
    forget: () => (token = undefined),
  };
};
