import type {RequestHandler, Response} from 'express';
import type {SignedInUser} from '../identity/signed-in-user.js';

/** Stand before an endpoint: 401 with a refusal code for strangers, 403 for those who are no administrators. */
export interface Guards {
  readonly user: RequestHandler;
  readonly admin: RequestHandler;
}

/** Whom a guard let through. */
export const userOf = (response: Response): SignedInUser => response.locals['user'] as SignedInUser;
