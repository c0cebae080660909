/**
 * Every trouble a person can meet. Each has a sentence and a way out in the terms (`localize/`), and a
 * row in the README. Codes are stable: pages and logs may rely on them.
 */
export const CALL_ERROR_CODES = [
  'call-refused',
  'callee-missing',
  'connector-failed',
  'connector-unknown',
  'device-busy',
  'device-lost',
  'insecure-context',
  'mic-denied',
  'camera-denied',
  'permission-dismissed',
  'no-mic',
  'no-camera',
  'policy-blocked',
  'relay-missing',
  'relay-refused',
  'relay-unreachable',
  'screen-denied',
  'screen-unsupported',
  'signaling-lost',
  'signaling-refused',
  'sound-blocked',
  'user-missing',
  'webrtc-unsupported',
  'already-in-call',
  'window-blocked',
  'connection-failed',
] as const;

export type CallErrorCode = (typeof CALL_ERROR_CODES)[number];

/** A trouble with a stable code; `cause` keeps the original. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode, options?: {readonly cause?: unknown}) {
    super(code, options);
    this.code = code;
  }

  /** `error` itself when it is a CallError of any copy of this library, else one with `code`. */
  static from(error: unknown, code: CallErrorCode): CallError {
    const known = error as Partial<CallError> | null;
    if (known?.name === 'CallError' && known.code) return known as CallError;
    return new CallError(code, {cause: error});
  }
}

/** A trouble as it stands in the state and in `call-error`. */
export interface CallTrouble {
  readonly code: CallErrorCode;
  /** True when the call goes on in spite of it. */
  readonly recoverable: boolean;
  /** User, endpoint and time, to find it in a server's log. */
  readonly reference: string;
}
