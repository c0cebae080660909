/**
 * A user's pages and devices sit in numbered slots of one name, so that a caller can ring them all on a stock
 * PeerServer, which knows ids and no users.
 */
export const SLOTS = 6;

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** PeerJS allows letters, digits and single separators: every other byte is written as `-` and two hex digits. */
export const peerIdOf = (user: string, slot: number): string =>
  `u${encodeURIComponent(user).replace(/[-_.!~*'()]/g, hex).replaceAll('%', '-')}_${slot}`;

/** The user behind a peer id; undefined for ids that are not ours. */
export const userOf = (peerId: string): string | undefined => {
  const [, name] = /^u((?:[A-Za-z0-9]|-[0-9A-F]{2})+)_\d$/.exec(peerId) ?? [];
  try {
    return name && decodeURIComponent(name.replaceAll('-', '%'));
  } catch {
    return undefined;
  }
};
