import type {IncomingMessage} from 'node:http';
import {ApiError} from '../http/api-error.js';
import {RefusedError} from '../identity/identity.js';
import type {Identity} from '../identity/identity.js';
import type {SignedInUser} from '../identity/signed-in-user.js';
import {isConnectionOf} from './connection-id.js';

/** Whom a socket was opened to, and from where. */
export interface Admitted {
  readonly id: string;
  readonly user: SignedInUser;
  readonly network: string;
}

export interface AdmissionParts {
  readonly identity: Identity;
  readonly isAllowedOrigin: (request: IncomingMessage) => boolean;
  readonly networkOf: (request: IncomingMessage) => string;
  /** One more visit of a user; false if there were too many lately. */
  readonly countVisit: (user: string) => Promise<boolean>;
  /** Refuses by throwing. Asked before the token is looked at, and once more at the very end. */
  readonly checkRoom: (network: string, user?: string, id?: string) => void;
}

/** The status and code that refuse a socket. */
export const refusalOf = (error: unknown): {status: number; code: string} => {
  if (error instanceof RefusedError) return {status: 401, code: error.code};
  if (error instanceof ApiError) return {status: error.status, code: error.code};
  return {status: 500, code: 'internal'};
};

/** Read as PeerServer reads them, so that of an id that is given twice both look at the same one. */
const parametersOf = (request: IncomingMessage): Partial<Record<string, string>> =>
  Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);

/** Decides whether a socket may be opened. Rejects with the reason why not. */
export const createAdmission =
  ({identity, isAllowedOrigin, networkOf, countVisit, checkRoom}: AdmissionParts) =>
  async (request: IncomingMessage): Promise<Admitted> => {
    const network = networkOf(request);
    if (!isAllowedOrigin(request)) throw new ApiError(403, 'origin', 'Pages of this site may not connect.');
    checkRoom(network);
    const {id = '', token} = parametersOf(request);
    const user = await identity.verify(token);
    if (!isConnectionOf(id, user.id)) throw new ApiError(403, 'id', 'This id does not belong to the token’s user.');
    if (!(await countVisit(user.id))) throw new ApiError(429, 'visits', 'This user connects too often. Wait a minute.');
    checkRoom(network, user.id, id);
    return {id, user, network};
  };
