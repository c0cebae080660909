/** A user, and perhaps one of their connections. */
export interface Destination {
  readonly user: string;
  readonly connection?: string | undefined;
}

/** What one user writes to another: the frame as it goes over a socket, from whom it is and about which call. */
export interface Letter {
  readonly text: string;
  readonly from: string;
  readonly call: string;
}

/** Which connections a user has, here and on the other nodes. */
export interface Directory {
  /** `receive` hands a letter to that connection. */
  add(user: string, connection: string, receive: (letter: Letter) => void): void;
  remove(user: string, connection: string): void;
  /** To one connection, or to all of the user's but `except`, wherever they are. */
  deliver(to: Destination, letter: Letter, except?: string): void;
  /** Connections of this user on this node. */
  count(user: string): number;
}
