import {z} from 'zod';
import {parseValue} from './parse-value.js';
import type {Stored} from './stored-value.js';

const Body = z.object({version: z.int().min(0).max(2 ** 31 - 2)});

/** What a PUT says: a new value, and the version that it replaces. The value itself is looked at where it belongs. */
export const versionedBody = (body: unknown): Stored<unknown> => {
  const {version} = parseValue(Body, body);
  return {version, value: (body as {value?: unknown}).value};
};
