/**
 * A user's pages and devices sit in numbered slots of one name, so that a caller can ring them all on a stock
 * PeerServer, which knows ids and no users.
 */
export const SLOTS = 6;

const SAFE = /[A-Za-z0-9]/;

/** PeerJS allows letters, digits and single separators: every other byte is written as `-` and two hex digits. */
export const peerIdOf = (user: string, slot: number): string => {
  const bytes = [...new TextEncoder().encode(user)];
  const name = bytes.map((byte) => {
    const character = String.fromCharCode(byte);
    return SAFE.test(character) ? character : `-${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return `u${name.join('')}_${slot}`;
};

/** The user behind a peer id; undefined for ids that are not ours. */
export const userOf = (peerId: string): string | undefined => {
  const name = /^u((?:[A-Za-z0-9]|-[0-9A-F]{2})+)_\d+$/.exec(peerId)?.[1];
  if (!name) return undefined;
  const bytes = [...name.matchAll(/-(..)|(.)/g)].map(([, hex, character = '']) =>
    hex ? Number.parseInt(hex, 16) : character.charCodeAt(0),
  );
  return new TextDecoder().decode(new Uint8Array(bytes));
};
