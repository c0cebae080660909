import type {SignedInUser} from './signed-in-user.js';

/** What a page is told of its own token. */
export interface SessionDescription {
  readonly user: Omit<SignedInUser, 'expiresAt'>;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Milliseconds from now, for pages whose clock is wrong. */
  readonly expiresIn: number;
}

export const describeSession = ({expiresAt, ...user}: SignedInUser): SessionDescription => ({
  user,
  expiresAt,
  expiresIn: expiresAt - Date.now(),
});
