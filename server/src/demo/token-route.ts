import {Router} from 'express';
import {SignJWT} from 'jose';
import type {TokenConfig} from '../config/config.js';
import {ApiError} from '../http/api-error.js';
import {findPerson} from './people.js';

/**
 * GET `token?user=alice`, perhaps with `life` in seconds: what a portal answers to whoever is signed in there. This one
 * believes anybody, and so is part of the demo only.
 */
export const tokenRoute = ({secret = '', audience}: TokenConfig): Router =>
  Router().get('/token', (request, response, next) => {
    const {user, life} = request.query;
    if (typeof user !== 'string' || !user) throw new ApiError(401, 'nobody', 'Say who you are, for example by ?user=alice.');
    const person = findPerson(user);
    new SignJWT({name: person?.name, picture: person?.avatar, ...(person?.isAdmin && {admin: true})})
      .setProtectedHeader({alg: 'HS256'})
      .setSubject(user)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${Number(life) || 3600} seconds`)
      .sign(Buffer.from(secret))
      .then((token) => response.set('Cache-Control', 'no-store').json({token}))
      .catch(next);
  });
