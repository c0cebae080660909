import type {JWTPayload} from 'jose';
import {RefusedError} from './identity.js';
import type {SignedInUser} from './signed-in-user.js';
import {isUserId} from './user-id.js';

/** What a name may not have: what no id has either, and marks that turn the direction of whatever stands after them. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;
const LONGEST_NAME = 100;

/** As the elements show them: from a safe site, from the portal itself, or embedded. */
const PICTURE = /^(?:https:\/\/|\/(?![/\\])|data:image\/(?:png|jpeg|gif|webp)[;,])[^\s\p{Cc}]*$/u;

const readName = (name: unknown): string =>
  typeof name === 'string' ? [...name.replace(UNSEEN, '')].slice(0, LONGEST_NAME).join('').trim() : '';

/** The claims of a token whose signature and times were found good. Throws a `RefusedError`. */
export const readClaims = ({sub, exp, name, picture, admin}: JWTPayload, longestLife: number): SignedInUser => {
  if (typeof sub !== 'string' || !isUserId(sub)) throw new RefusedError('token-subject');
  const expiresAt = Math.floor((exp ?? NaN) * 1000);
  if (!(expiresAt - Date.now() <= longestLife * 1000)) throw new RefusedError('token-invalid');
  return {
    id: sub,
    name: readName(name) || sub,
    avatar: typeof picture === 'string' && PICTURE.test(picture) ? picture : '',
    isAdmin: admin === true,
    expiresAt,
  };
};
