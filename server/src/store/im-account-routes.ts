import {Router} from 'express';
import type {RequestHandler} from 'express';
import {z} from 'zod';
import {ApiError} from '../http/api-error.js';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {answer} from './answer.js';
import type {Permissions} from '../permissions.js';
import type {ImAccounts} from './im-accounts.js';
import {parseValue} from './parse-value.js';
import {versionedBody} from './versioned-body.js';

const Path = z.object({user: z.string().min(1).max(256)});

const isOwn = (user: unknown, {id, isAdmin}: SignedInUser): boolean => user === id || isAdmin;

const ownOnly: RequestHandler = ({params}, response, next) => {
  if (isOwn(params['user'], userOf(response))) next();
  else next(new ApiError(403, 'not-yours', 'Only this person and administrators may change these accounts.'));
};

/** Whoever may see how a person is may see where else to reach them: that decides what a call button offers. */
const seeing =
  ({maySee}: Pick<Permissions, 'maySee'>): RequestHandler =>
  ({params}, response, next) => {
    const look = async (): Promise<void> => {
      const user = userOf(response);
      const other = params['user'] ?? '';
      if (isOwn(other, user) || (await maySee(user, other))) return;
      throw new ApiError(403, 'not-yours', 'Only this person, administrators and those who may see them may see these accounts.');
    };
    look().then(() => next(), next);
  };

export const imAccountRoutes = (imAccounts: ImAccounts, permissions: Pick<Permissions, 'maySee'>, guards: Guards): Router => {
  const router = Router();
  router
    .route('/im-accounts/:user')
    .all(guards.user)
    .get(seeing(permissions), answer(async ({params}) => imAccounts.read(parseValue(Path, params).user)))
    .put(
      ownOnly,
      answer(async ({params, body}, response) => {
        const {version, value} = versionedBody(body);
        return imAccounts.write(parseValue(Path, params).user, version, value, userOf(response).id);
      }),
    );
  return router;
};
