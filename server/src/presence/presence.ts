export type PresenceValue = 'available' | 'away' | 'busy' | 'do-not-disturb' | 'offline' | 'unknown';

export const STATUSES = ['available', 'away', 'busy', 'do-not-disturb', 'invisible'] as const;

/** What a connection says of the person behind it. */
export interface Announcement {
  readonly status: (typeof STATUSES)[number];
  readonly inCall: boolean;
}

/** How each user is, over all their connections on all nodes. Invisible people are offline to others. */
export interface Presence {
  connected(user: string, connection: string): void;
  announced(user: string, connection: string, announcement: Announcement): void;
  disconnected(user: string, connection: string): void;
  /** Tells `fn` as soon as it is known, on other nodes too, and on each change. */
  watch(user: string, fn: (presence: PresenceValue) => void): () => void;
  /** Says goodbye to the other nodes. */
  close(): void;
}
