import {CallError} from '../types/call-error.js';
import type {CallErrorCode} from '../types/call-error.js';
import type {MediaKind} from '../types/media.js';

type Codes = Readonly<Record<MediaKind, CallErrorCode>>;

const DENIED: Codes = {mic: 'mic-denied', camera: 'camera-denied', screen: 'screen-denied'};
const MISSING: Codes = {mic: 'no-mic', camera: 'no-camera', screen: 'screen-unsupported'};
const TAKEN: Codes = {mic: 'device-busy', camera: 'device-busy', screen: 'screen-denied'};
const DISMISSED: Codes = {mic: 'permission-dismissed', camera: 'permission-dismissed', screen: 'screen-denied'};
const FORBIDDEN: Codes = {mic: 'policy-blocked', camera: 'policy-blocked', screen: 'policy-blocked'};

/** What browsers call it, and what a person is told. */
const CODES: ReadonlyMap<string, Codes> = new Map([
  ['NotAllowedError', DENIED],
  ['NotFoundError', MISSING],
  ['OverconstrainedError', MISSING],
  ['NotSupportedError', MISSING],
  ['TypeError', MISSING],
  ['NotReadableError', TAKEN],
  ['AbortError', TAKEN],
  // Firefox, when a screen is asked for without a fresh press.
  ['InvalidStateError', TAKEN],
  ['SecurityError', FORBIDDEN],
]);

/** Only Chromium tells a closed prompt from a refusal, and only in the message. */
const isDismissed = ({name, message}: Partial<Error>): boolean =>
  name === 'NotAllowedError' && /dismissed/i.test(message ?? '');

/** The trouble behind a failed `getUserMedia` or `getDisplayMedia`; a CallError stays what it is. */
export const mediaError = (error: unknown, kind: MediaKind): CallError => {
  const known = (error ?? {}) as Partial<Error>;
  const codes = isDismissed(known) ? DISMISSED : (CODES.get(known.name ?? '') ?? TAKEN);
  return CallError.from(error, codes[kind]);
};

/** Whether the browser, for the person, said no. */
export const isRefusal = (error: unknown): boolean => (error as Partial<Error> | null)?.name === 'NotAllowedError';
