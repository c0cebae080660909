import type {SignedInUser} from '../identity/signed-in-user.js';

/** One message that passed from user to user. Each is seen on exactly one node: the sender's. */
export interface RelayedMessage {
  readonly sender: SignedInUser;
  readonly to: string;
  /** The client's envelope as it came: `{call, type, body, …}`; not validated. */
  readonly message: unknown;
}

export type RelayObserver = (relayed: RelayedMessage) => void;
