/** A user, and perhaps one of their connections. */
export interface Destination {
  readonly user: string;
  readonly connection?: string | undefined;
}

export type Frame = Readonly<Record<string, unknown>>;

/** Which connections a user has, here and on the other nodes. */
export interface Directory {
  /** `send` writes one frame to that connection's socket. */
  add(user: string, connection: string, send: (frame: Frame) => void): void;
  remove(user: string, connection: string): void;
  /** To one connection, or to all of the user's but `except`, wherever they are. */
  deliver(to: Destination, frame: Frame, except?: string): void;
  /** Connections of this user on this node. */
  count(user: string): number;
}
