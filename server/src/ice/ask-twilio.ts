import type {RequestClient} from 'twilio';
import {enabledIceServers, iceServerListSchema} from './ice-server-schema.js';
import {IceSourceError} from './ice-source-error.js';
import type {IceFailureCode} from './ice-source-error.js';
import {BUDGET} from './ice-source.js';
import type {IceGrant} from './ice-source.js';
import {loadTwilio} from './load-twilio.js';
import type {TwilioCredentials} from './twilio-credentials.js';

const TTL = 3600;
const MOST_TTL = 86_400;

const codeOfStatus = (status: number): IceFailureCode => {
  if (status === 429) return 'twilio-limited';
  if (status >= 500) return 'twilio-failed';
  return status >= 400 ? 'twilio-refused' : 'twilio-garbage';
};

const codeOf = (error: unknown): IceFailureCode => {
  const {isAxiosError, code, status} = error as {isAxiosError?: boolean; code?: unknown; status?: unknown};
  // What axios throws is trouble of the connection, even when a status had come before it broke off.
  if (isAxiosError) return code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
  return typeof status === 'number' ? codeOfStatus(status) : 'twilio-garbage';
};

const grantOf = (token: {iceServers: unknown; ttl: unknown}): IceGrant => {
  const rows = Array.isArray(token.iceServers) ? (token.iceServers as Record<string, unknown>[]) : [];
  // Each row says its address twice, as `urls` and, for old clients, as `url`.
  const {data = []} = iceServerListSchema.safeParse(rows.map(({urls, username, credential}) => ({urls, username, credential})));
  const ttl = Number(token.ttl);
  if (data.length === 0 || !(ttl > 0 && ttl <= MOST_TTL)) throw new IceSourceError('twilio-garbage');
  return {iceServers: enabledIceServers(data), ttl};
};

/** One Network Traversal token. Rejects with an `IceSourceError`, and with nothing else: other errors quote the request. */
export const askTwilio = async ({accountSid, authToken}: TwilioCredentials, httpClient?: RequestClient): Promise<IceGrant> => {
  const twilio = await loadTwilio();
  try {
    const options = {timeout: BUDGET, keepAlive: false, ...(httpClient && {httpClient})};
    return grantOf(await twilio(accountSid, authToken, options).tokens.create({ttl: TTL}));
  } catch (error) {
    throw error instanceof IceSourceError ? error : new IceSourceError(codeOf(error));
  }
};
