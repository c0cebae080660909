import type {CallError} from '../types/call-error.js';
import type {CallStore} from './call-store.js';

/** Puts a trouble into the state and tells it, with a reference to find it in a server's log. */
export const reportTrouble = (
  store: CallStore,
  error: CallError,
  {recoverable, endpoint, now}: {readonly recoverable: boolean; readonly endpoint: string; readonly now: number},
): void => {
  const {userId, callId} = store.state;
  const reference = `${userId || 'nobody'}-${endpoint.slice(0, 8)}-${new Date(now).toISOString()}`;
  const {code} = error;
  console.debug(`call-elements: ${code} (${reference})`, error.cause ?? '');
  store.patch({trouble: Object.freeze({code, recoverable, reference})});
  store.notice('call-error', {callId, code, recoverable, reference});
};
