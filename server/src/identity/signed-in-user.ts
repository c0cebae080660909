/** Who a request or a connection belongs to, as the portal's signed token says. */
export interface SignedInUser {
  readonly id: string;
  /** As the other side sees it; the id where the token has none. */
  readonly name: string;
  readonly avatar: string;
  readonly isAdmin: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}
