import {fieldsOf} from '../../protocol/fields.js';
import {parseJson} from '../../util/parse-json.js';
import type {Rpc} from './odoo-transport.js';
import {rpcError, statusError} from './rpc-error.js';

/** Milliseconds that the server may take for an answer. */
const PATIENCE = 10_000;

/** Sends a question as the page's last act; false where that cannot be. */
export const beacon = (url: string, question: string): boolean =>
  globalThis.navigator?.sendBeacon?.(url, new Blob([question], {type: 'application/json'})) === true;

let count = 0;

/** JSON-RPC as Odoo's routes of type `json` speak it; they ask for no CSRF token. */
export const questionOf = (params: object): string => JSON.stringify({jsonrpc: '2.0', method: 'call', id: (count += 1), params});

/** Asks in the name of whoever's session cookie it is. `base` is any address of that Odoo. */
export const createHttpRpc = (base: string, ask: typeof fetch): Rpc => async (route, params, {leaving = false} = {}) => {
  const [url, body] = [new URL(route, base).href, questionOf(params)];
  if (leaving && beacon(url, body)) return undefined;
  const response = await ask(url, {
    method: 'POST',
    body,
    headers: {'content-type': 'application/json'},
    credentials: 'same-origin',
    cache: 'no-store',
    keepalive: leaving,
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw rpcError({name: (error as Error | null)?.name});
  });
  const answer = fieldsOf(parseJson(await response.text()));
  if (!answer || answer['jsonrpc'] === undefined) throw statusError(response.status);
  if (answer['error'] !== undefined) throw rpcError(answer['error']);
  return answer['result'];
};
