/**
 * A user's pages and devices sit in numbered slots of one name, so that a caller can ring them all on a stock
 * PeerServer, which knows ids and no users.
 */
export const SLOTS = 6;

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** PeerJS allows letters, digits and single separators: every other byte is written as `-` and two hex digits. */
export const peerNameOf = (user: string): string =>
  `u${encodeURIComponent(user).replace(/[-_.!~*'()]/g, hex).replaceAll('%', '-')}`;

/** One connection of a user: by its slot, or by what tells a signed-in one from all others. */
export const peerIdOf = (user: string, connection: number | string): string => `${peerNameOf(user)}_${connection}`;

/** The user behind a peer id; undefined for ids that are not ours. */
export const userOf = (peerId: string): string | undefined => {
  const [, name] = /^u((?:[A-Za-z0-9]|-[0-9A-F]{2})+)_(?:\d|[0-9a-f]{16})$/.exec(peerId) ?? [];
  try {
    return name && decodeURIComponent(name.replaceAll('-', '%'));
  } catch {
    return undefined;
  }
};
