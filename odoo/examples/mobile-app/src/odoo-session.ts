import type {Account} from './account.js';
import {AppError} from './app-error.js';

/** What the websocket needs: XML-RPC itself hears nothing. */
export interface OdooSession {
  readonly cookie: string;
  /** Odoo hangs up on whoever names another one. */
  readonly version: string;
}

interface Answer {
  readonly result?: {readonly websocket_worker_version: string};
  readonly error?: {readonly data?: {readonly message?: string}};
}

/** Signs in as a page does. */
export const openSession = async ({url, database, login, password}: Account): Promise<OdooSession> => {
  const response = await fetch(`${url}/web/session/authenticate`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({jsonrpc: '2.0', method: 'call', id: 1, params: {db: database, login, password}}),
  });
  // An exception of Odoo's is an answer with status 200.
  const {result, error} = (await response.json()) as Answer;
  if (!result) throw new AppError(`Odoo opens no session for ${login}: ${error?.data?.message ?? response.statusText}`);
  const cookie = response.headers.getSetCookie().find((one) => one.startsWith('session_id='));
  return {cookie: cookie?.split(';')[0] ?? '', version: result.websocket_worker_version};
};
