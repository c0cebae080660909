import type {z} from 'zod';
import {safeParse} from '../safe-parse.js';
import {InvalidValueError} from './stored-value.js';
import type {Problem} from './stored-value.js';

/** PostgreSQL stores neither NUL nor half a surrogate pair, and refuses the whole statement for one. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const MESSAGE = 'There is a character in this text that cannot be stored.';

const textProblems = (value: unknown, path: readonly PropertyKey[] = []): Problem[] => {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [{path: path.join('.'), message: MESSAGE}] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textProblems(child, [...path, key]));
};

/** What comes from outside as a value that can be saved. Throws an `InvalidValueError` that names every problem. */
export const parseValue = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = safeParse(schema, input);
  if (!result) throw new InvalidValueError([{path: '', message: 'This cannot be read.'}]);
  const problems = result.success
    ? textProblems(result.data)
    : result.error.issues.map(({path, message}) => ({path: path.join('.'), message}));
  if (problems.length > 0) throw new InvalidValueError(problems.slice(0, 100));
  return result.data as z.output<Schema>;
};
