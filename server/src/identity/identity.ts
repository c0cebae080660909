import type {SignedInUser} from './signed-in-user.js';

/** Why a token does not count. Stable: clients show it, logs are searched for it. */
export const REFUSAL_CODES = ['token-missing', 'token-expired', 'token-invalid', 'token-audience', 'token-subject'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A token that was refused. The token itself is in neither message nor cause. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

export interface Identity {
  /** Whose token this is. Rejects with a `RefusedError`. */
  verify(token: string | undefined): Promise<SignedInUser>;
}
