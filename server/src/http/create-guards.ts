import type {Request, RequestHandler, Response} from 'express';
import {RefusedError} from '../identity/identity.js';
import type {Identity, RefusalCode} from '../identity/identity.js';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {addressKey} from './client-address.js';
import {ApiError} from './api-error.js';
import type {Guards} from './guards.js';
import {createRequestLimit} from './request-limit.js';

/** What is wrong with a token, and what to do about it. */
export const REFUSALS: Readonly<Record<RefusalCode, string>> = {
  'token-missing': 'You are not signed in: send Authorization: Bearer with a token that the portal signed.',
  'token-expired': 'The token is over: fetch a fresh one from the portal.',
  'token-invalid': 'The token was not signed for this server: check the secret, or the key set, on both sides.',
  'token-audience': 'The token is for somebody else: "aud" and "iss" must be what this server expects.',
  'token-subject': 'The token names nobody: "sub" must be the id of a user.',
};

const bearerOf = (request: Request): string | undefined => /^Bearer (\S+)$/i.exec(request.get('Authorization') ?? '')?.[1];

const refused = (error: RefusedError, response: Response): ApiError => {
  response.set('WWW-Authenticate', 'Bearer');
  return new ApiError(401, error.code, REFUSALS[error.code]);
};

interface GuardOptions {
  readonly identity: Identity;
  readonly requestsPerMinute: number;
}

/**
 * Counts by person, and strangers by address: so that nobody is kept out by the requests of others in the same office.
 */
export const createGuards = ({identity, requestsPerMinute}: GuardOptions): Guards => {
  const limit = createRequestLimit(requestsPerMinute);

  const signIn = async (request: Request, response: Response): Promise<SignedInUser> => {
    try {
      return await identity.verify(bearerOf(request));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      await limit.count(`address ${addressKey(request.ip ?? '')}`, response);
      throw refused(error, response);
    }
  };

  const guard =
    (check: (user: SignedInUser) => void): RequestHandler =>
    async (request, response, next) => {
      try {
        const user = await signIn(request, response);
        await limit.count(`user ${user.id}`, response);
        check(user);
        response.locals['user'] = user;
        next();
      } catch (error) {
        next(error);
      }
    };

  return {
    user: guard(() => undefined),
    admin: guard(({isAdmin}) => {
      if (!isAdmin) throw new ApiError(403, 'not-admin', 'Only administrators may do this: ask for a token with "admin": true.');
    }),
  };
};
