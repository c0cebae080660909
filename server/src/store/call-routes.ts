import {Router} from 'express';
import {z} from 'zod';
import {ApiError} from '../http/api-error.js';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import {answer} from './answer.js';
import type {CallLog} from './call-log.js';
import {cursorSchema} from './find-calls.js';
import {parseValue} from './parse-value.js';

const Query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: cursorSchema.optional(),
  user: z.string().min(1).max(256).optional(),
});

export const callRoutes = (callLog: Pick<CallLog, 'page'>, guards: Guards): Router => {
  const router = Router();
  router.get(
    '/calls',
    guards.user,
    answer(async ({query}, response) => {
      const {id, isAdmin} = userOf(response);
      const {limit, before, user = isAdmin ? undefined : id} = parseValue(Query, query);
      if (user !== id && !isAdmin) throw new ApiError(403, 'not-yours', 'You may only see your own calls.');
      return callLog.page({user, before, limit});
    }),
  );
  return router;
};
