import {fieldsOf, listField, textField} from '../protocol/fields.js';
import {CallError} from '../types/call-error.js';
import {parseJson} from '../util/parse-json.js';

/** Why the server did not do what was asked. */
export const SERVER_TROUBLES = ['signed-out', 'forbidden', 'conflict', 'invalid', 'busy', 'missing', 'unavailable', 'failed', 'offline', 'slow'] as const;
export type ServerTrouble = (typeof SERVER_TROUBLES)[number];

/** A field that the server did not take: its path, such as `0.urls`, and why. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const TROUBLES: Readonly<Record<number, ServerTrouble>> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  413: 'invalid',
  429: 'busy',
  503: 'unavailable',
};

const LONGEST = 2000;
const MOST = 200;

/** An answer of the server that is none, or no answer at all. */
export class ServerError extends Error {
  override readonly name = 'ServerError';

  constructor(
    readonly trouble: ServerTrouble,
    /** Finds the line in the server's log. */
    readonly reference = '',
    readonly problems: readonly FieldProblem[] = [],
    /** Of a conflict: what is saved now. */
    readonly theirs: unknown = undefined,
  ) {
    super(trouble);
  }
}

const problemOf = (value: unknown): readonly FieldProblem[] => {
  const fields = fieldsOf(value);
  const [path, message] = [fields && textField(fields, 'path', LONGEST), fields && textField(fields, 'message', LONGEST)];
  return path === undefined || message === undefined ? [] : [{path, message}];
};

/** What an answer that is no success says of itself. */
export const errorOf = (status: number, text: string): ServerError => {
  const trouble = TROUBLES[status] ?? 'failed';
  const body = fieldsOf(parseJson(text)) ?? {};
  const problems = (listField(body, 'problems', MOST) ?? []).flatMap(problemOf);
  return new ServerError(trouble, textField(body, 'reference', 100) ?? '', problems, body['theirs']);
};

/** What a question that got no answer says. */
export const asServerError = (error: unknown): ServerError => {
  if (error instanceof ServerError) return error;
  if (error instanceof CallError) return new ServerError('signed-out');
  const isSlow = error instanceof DOMException && error.name === 'TimeoutError';
  return new ServerError(isSlow ? 'slow' : 'offline');
};
