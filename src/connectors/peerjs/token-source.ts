import {CallError} from '../../types/call-error.js';
import type {Clock} from '../../util/clock.js';
import {readToken} from './read-token.js';
import type {Token} from './read-token.js';

/** What `token-url` may take of a person's time, in milliseconds. */
const PATIENCE = 8000;

export interface TokenSource {
  /** A token that holds; asked for when there is none, or when it is time for another. */
  get(): Promise<Token>;
  /** Another one. */
  renew(): Promise<Token>;
  /** The server does not take the one there is. */
  forget(): void;
}

/**
 * Signed tokens of the page's own server. Rejects with `signaling-refused` when there is none for this person, and with
 * anything else when that could not be found out. One question at a time, however many ask.
 */
export const createTokenSource = (url: string, {clock, fetch}: {readonly clock: Clock; readonly fetch: typeof globalThis.fetch}): TokenSource => {
  let token: Token | undefined;
  let asking: Promise<Token> | undefined;

  const ask = async (): Promise<Token> => {
    const response = await fetch(url, {
      headers: {accept: 'application/json'},
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const {status, ok} = response;
    if (status === 401 || status === 403) throw new CallError('signaling-refused', {cause: `token-url: status ${status}`});
    if (!ok) throw new DOMException(`token-url: status ${status}`, 'NetworkError');
    token = readToken(await response.text(), clock.now());
    if (!token) throw new CallError('signaling-refused', {cause: 'token-url: no token'});
    return token;
  };

  const renew = (): Promise<Token> => {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };

  return {
    get: async () => {
      const old = token;
      if (!old || clock.now() >= old.overAt) return renew();
      if (clock.now() < old.dueAt) return old;
      return renew().catch((error: unknown) => {
        if (error instanceof CallError) throw error;
        return old;
      });
    },
    renew,
    forget: () => (token = undefined),
  };
};
