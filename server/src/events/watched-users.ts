import type {Request} from 'express';
import {z} from 'zod';
import {ApiError} from '../http/api-error.js';

export const MOST_USERS = 200;

const Users = z.union([z.string(), z.array(z.string())]).default([]);

/** Whom `?user=bob&user=carol` asks for, each once. */
export const readWatchedUsers = ({query}: Request): ReadonlySet<string> => {
  const given = Users.safeParse(query['user']);
  if (!given.success) throw new ApiError(400, 'user-invalid', 'Name the users as ?user=bob&user=carol.');
  const users = new Set([given.data].flat().filter((user) => user !== ''));
  if (users.size > MOST_USERS) {
    throw new ApiError(400, 'too-many-users', `One stream watches ${MOST_USERS} users at most: watch those that are in sight.`);
  }
  return users;
};
