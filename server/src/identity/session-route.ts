import {Router} from 'express';
import {userOf} from '../http/guards.js';
import type {Guards} from '../http/guards.js';
import {describeSession} from './describe-session.js';

/** GET `session`: whose token this is. A page asks it why its socket was refused, which no browser tells. */
export const sessionRoute = (guards: Guards): Router =>
  Router().get('/session', guards.user, (_, response) => {
    response.json(describeSession(userOf(response)));
  });
