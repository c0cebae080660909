import type {SignedInUser} from './signed-in-user.js';

/** Why a token does not count. Stable: clients show it, logs are searched for it. */
export type RefusalCode = 'token-missing' | 'token-expired' | 'token-invalid' | 'token-audience' | 'token-subject';

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
