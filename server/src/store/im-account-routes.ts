import {Router} from 'express';
import type {RequestHandler} from 'express';
import {z} from 'zod';
import {ApiError} from '../http/api-error.js';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import {answer} from './answer.js';
import type {ImAccounts} from './im-accounts.js';
import {parseValue} from './parse-value.js';
import {versionedBody} from './versioned-body.js';

const Path = z.object({user: z.string().min(1).max(256)});

const ownOnly: RequestHandler = ({params}, response, next) => {
  const {id, isAdmin} = userOf(response);
  if (params['user'] === id || isAdmin) next();
  else next(new ApiError(403, 'not-yours', 'Only this person and administrators may see and change these accounts.'));
};

export const imAccountRoutes = (imAccounts: ImAccounts, guards: Guards): Router => {
  const router = Router();
  router
    .route('/im-accounts/:user')
    .all(guards.user, ownOnly)
    .get(answer(async ({params}) => imAccounts.read(parseValue(Path, params).user)))
    .put(
      answer(async ({params, body}, response) => {
        const {version, value} = versionedBody(body);
        return imAccounts.write(parseValue(Path, params).user, version, value, userOf(response).id);
      }),
    );
  return router;
};
