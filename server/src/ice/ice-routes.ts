import {Router} from 'express';
import type {Guards} from '../http/guards.js';
import {userOf} from '../http/guards.js';
import {ApiError} from '../http/api-error.js';
import {safeParse} from '../safe-parse.js';
import {answer} from '../store/answer.js';
import type {IceService} from './ice-service.js';
import {twilioTestSchema} from './twilio-credentials.js';

/** ICE servers for whoever is signed in; for administrators what is in use and why, and a test of Twilio's credentials. */
export const iceRoutes = (ice: IceService, guards: Guards): Router => {
  const routes = Router();
  routes.get('/ice', guards.user, answer(async (_, response) => ice.answer(userOf(response))));
  routes.get('/ice/status', guards.admin, answer(async () => ice.status()));
  routes.post(
    '/settings/twilio/test',
    guards.admin,
    answer(async ({body}) => {
      const result = safeParse(twilioTestSchema, body ?? {});
      if (!result?.success) throw new ApiError(400, 'body-invalid', 'The body is {accountSid, authToken}, or nothing to test what is stored.');
      return ice.testTwilio(result.data);
    }),
  );
  return routes;
};
