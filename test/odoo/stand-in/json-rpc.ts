import {OdooError} from './odoo-error.js';

/** An HTTP answer in full. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly cookie?: string | undefined;
}

export const htmlAnswer = (status: number, title: string, sentence: string): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html>\n<html lang=en>\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>${sentence}</p>\n`,
});

const json = (value: object, cookie?: string): Answer => ({status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value), cookie});

const errorBody = (error: unknown): object => {
  const known = error instanceof OdooError ? error : new OdooError('builtins.ValueError', String(error));
  const {python, code, message} = known;
  const title = {100: 'Odoo Session Expired', 404: '404: Not Found'}[code] ?? 'Odoo Server Error';
  const data = {name: python, debug: 'Traceback (most recent call last):\n  File "secret.py", line 1', message, arguments: [message], context: {}};
  return {code, message: title, data};
};

/** One question in Odoo's envelope; everything that Python raises is an answer with status 200. */
export const answerJsonRpc = (contentType: string, body: string, ask: (params: Readonly<Record<string, unknown>>) => {result: unknown; cookie?: string | undefined}): Answer => {
  if (!contentType.startsWith('application/json')) {
    return htmlAnswer(400, 'Bad Request', "Request inferred type is compatible with ['http'] but the route is type='json'.");
  }
  let id: unknown = null;
  try {
    const question = JSON.parse(body) as {id?: unknown; params?: Readonly<Record<string, unknown>>};
    id = question.id ?? null;
    const {result, cookie} = ask(question.params ?? {});
    // What returns None has no result at all.
    return json({jsonrpc: '2.0', id, ...(result !== undefined && {result})}, cookie);
  } catch (error) {
    const known = error instanceof SyntaxError ? new OdooError('json.decoder.JSONDecodeError', error.message) : error;
    const isAnonymous = known instanceof OdooError && known.code === 100;
    return json({jsonrpc: '2.0', id: isAnonymous ? null : id, error: errorBody(known)});
  }
};
