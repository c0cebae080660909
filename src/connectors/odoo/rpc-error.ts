import {fieldsOf, objectField, textField} from '../../protocol/fields.js';
import type {Fields} from '../../protocol/fields.js';
import {CallError} from '../../types/call-error.js';
import type {CallErrorCode} from '../../types/call-error.js';

const SESSION_EXPIRED = 100;
const NOT_FOUND = 404;

/** Of Python's exceptions: the server looked at it and said no. */
const REFUSALS = /^odoo\.exceptions\.(?:AccessError|AccessDenied|MissingError|UserError|ValidationError|RedirectWarning)$/;
/** It may go well the next time. */
const PASSING = /^psycopg2\.|^werkzeug\.exceptions\.(?:TooManyRequests|ServiceUnavailable|BadGateway|GatewayTimeout)$/;

const codeOf = (error: Fields, name: string): CallErrorCode => {
  if (error['code'] === SESSION_EXPIRED || name === 'odoo.http.SessionExpiredException') return 'signaling-refused';
  // The addon is not there, or is another version.
  if (error['code'] === NOT_FOUND || name === 'werkzeug.exceptions.NotFound') return 'connector-failed';
  if (REFUSALS.test(name)) return 'call-refused';
  return PASSING.test(name) ? 'signaling-lost' : 'connector-failed';
};

/**
 * The `error` of a JSON-RPC answer, or what Odoo's own `rpc` throws, as one of ours. Of the exception nothing but its name
 * is kept: the rest quotes records, and the server's code.
 */
export const rpcError = (error: unknown): CallError => {
  if (error instanceof CallError) return error;
  const fields = fieldsOf(error) ?? {};
  const data = objectField(fields, 'data');
  // No answer of the server's: the connection is lost.
  if (!data) return new CallError('signaling-lost', {cause: fields['name']});
  const name = textField(data, 'name', 256) ?? '';
  return new CallError(codeOf(fields, name), {cause: name});
};

const STATUS_CODES: Readonly<Record<number, CallErrorCode>> = {400: 'connector-failed', 401: 'signaling-refused', 403: 'signaling-refused', 404: 'connector-failed'};

/** An answer that is no JSON-RPC: a proxy's, or Odoo's own for a route that it does not know. */
export const statusError = (status: number): CallError =>
  new CallError(STATUS_CODES[status] ?? (status < 400 ? 'connector-failed' : 'signaling-lost'), {cause: `status ${status}`});
