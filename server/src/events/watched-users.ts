import type {Request} from 'express';
import {ApiError} from '../http/api-error.js';

const MOST_USERS = 200;

/** Whom `?user=bob&user=carol` asks for, each once. Express's own query makes other things of long lists and brackets. */
export const readWatchedUsers = ({url}: Request): ReadonlySet<string> => {
  const users = new Set(new URL(url, 'http://localhost').searchParams.getAll('user'));
  if (users.size <= MOST_USERS) return users;
  throw new ApiError(400, 'too-many-users', `One stream watches ${MOST_USERS} users at most: watch those that are in sight.`);
};
