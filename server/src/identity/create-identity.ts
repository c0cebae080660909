import {errors, jwtVerify} from 'jose';
import type {JWTPayload} from 'jose';
import type {TokenConfig} from '../config/config.js';
import {ApiError} from '../http/api-error.js';
import {RefusedError} from './identity.js';
import type {Identity} from './identity.js';
import {readClaims} from './read-claims.js';
import {publishedKeys, sharedKey} from './token-keys.js';
import type {TokenKeys} from './token-keys.js';

/** Seconds that a token may still last; a stolen one is of no use after them. */
const LONGEST_LIFE = 86_400;
/** In characters; a request's headers and address, where it stands, have no room for more. */
const LONGEST_TOKEN = 8192;
/** Seconds that the portal's clock and ours may differ. */
const CLOCK_TOLERANCE = 5;

/** What jose found wrong; whatever else went wrong, the token is not to be trusted. */
const asRefusal = (error: unknown): Error => {
  if (error instanceof ApiError) return error;
  if (error instanceof errors.JWTExpired) return new RefusedError('token-expired');
  const isForOthers = error instanceof errors.JWTClaimValidationFailed && ['aud', 'iss'].includes(error.claim);
  return new RefusedError(isForOthers ? 'token-audience' : 'token-invalid');
};

const keysOf = ({secret, jwksUrl}: TokenConfig): TokenKeys => {
  if (secret) return sharedKey(secret);
  if (jwksUrl) return publishedKeys(jwksUrl);
  throw new TypeError('Without a secret or a key set, no token can be checked.');
};

export const createIdentity = (config: TokenConfig): Identity => {
  const {audience, issuer} = config;
  const keys = keysOf(config);
  const rules = {
    algorithms: keys.algorithms,
    audience,
    ...(issuer && {issuer}),
    requiredClaims: ['exp'],
    clockTolerance: CLOCK_TOLERANCE,
  };
  const claimsOf = async (token: string): Promise<JWTPayload> => {
    try {
      return (await jwtVerify(token, keys.find, rules)).payload;
    } catch (error) {
      throw asRefusal(error);
    }
  };
  return {
    async verify(token) {
      if (!token) throw new RefusedError('token-missing');
      if (token.length > LONGEST_TOKEN) throw new RefusedError('token-invalid');
      return readClaims(await claimsOf(token), LONGEST_LIFE + CLOCK_TOLERANCE);
    },
  };
};
