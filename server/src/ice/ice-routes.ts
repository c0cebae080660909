import {Router} from 'express';
import type {RequestHandler, Response} from 'express';
import type {Guards} from '../http/guards.js';
import {userOf} from '../http/guards.js';
import {ApiError} from '../http/api-error.js';
import {safeParse} from '../safe-parse.js';
import type {IceService} from './ice-service.js';
import {twilioTestSchema} from './twilio-credentials.js';

/** Answers hold credentials: no cache, of a browser or between, may keep them. */
const answering =
  (answer: (request: Parameters<RequestHandler>[0], response: Response) => Promise<unknown>): RequestHandler =>
  (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    answer(request, response).then((body) => response.json(body), next);
  };

/** ICE servers for whoever is signed in; for administrators what is in use and why, and a test of Twilio's credentials. */
export const iceRoutes = (ice: IceService, guards: Guards): Router => {
  const routes = Router();
  routes.get('/ice', guards.user, answering((_, response) => ice.answer(userOf(response))));
  routes.get('/ice/status', guards.admin, answering(() => ice.status()));
  routes.post(
    '/settings/twilio/test',
    guards.admin,
    answering(async ({body}) => {
      const result = safeParse(twilioTestSchema, body ?? {});
      if (!result?.success) throw new ApiError(400, 'body-invalid', 'The body is {accountSid, authToken}, or nothing to test what is stored.');
      return ice.testTwilio(result.data);
    }),
  );
  return routes;
};
