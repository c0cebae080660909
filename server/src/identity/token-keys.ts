import {createSecretKey} from 'node:crypto';
import {setTimeout} from 'node:timers/promises';
import {createRemoteJWKSet, errors} from 'jose';
import type {JWTVerifyGetKey} from 'jose';
import {ApiError} from '../http/api-error.js';

export interface TokenKeys {
  /** What a token may say that it was signed with: never `none`, and never both kinds, or a public key could pass for a secret. */
  readonly algorithms: string[];
  readonly find: JWTVerifyGetKey;
}

const PUBLIC_KEY_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** The token names a key that is not in the set; anything else means that there is no set. */
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

export const sharedKey = (secret: string): TokenKeys => {
  const key = createSecretKey(Buffer.from(secret));
  return {algorithms: ['HS256'], find: () => key};
};

/** Milliseconds after which a set is fetched again, after which that is tried again, and that a token waits for it. */
const FRESH = 600_000;
const PAUSE = 30_000;
const PATIENCE = 500;

/**
 * A set is fetched every ten minutes; a token with an unknown key has it fetched sooner, at most every 30 s. While it cannot
 * be had, the keys that are known go on to count.
 */
export const publishedKeys = (url: string): TokenKeys => {
  const keys = createRemoteJWKSet(new URL(url), {timeoutDuration: 5000, cooldownDuration: PAUSE, cacheMaxAge: Infinity});
  let dueAt = 0;

  const renew = async (): Promise<void> => {
    dueAt = Date.now() + PAUSE;
    const renewed = keys.reload().then(
      () => void (dueAt = Date.now() + FRESH),
      () => undefined,
    );
    await Promise.race([renewed, setTimeout(PATIENCE, undefined, {ref: false})]);
  };

  return {
    algorithms: PUBLIC_KEY_ALGORITHMS,
    async find(header, token) {
      if (!keys.jwks()) dueAt = Date.now() + FRESH;
      else if (Date.now() >= dueAt) await renew();
      try {
        return await keys(header, token);
      } catch (cause) {
        if (isTokensFault(cause)) throw cause;
        throw new ApiError(503, 'identity-unavailable', 'The keys that tokens are checked with cannot be fetched: try again later.');
      }
    },
  };
};
