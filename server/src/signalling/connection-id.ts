import {isUserId} from '../identity/user-id.js';
import type {Destination} from './directory.js';

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** PeerJS allows letters, digits and single separators: every other byte is written as `-` and two hex digits. */
export const peerNameOf = (user: string): string =>
  `u${encodeURIComponent(user).replace(/[-_.!~*'()]/g, hex).replaceAll('%', '-')}`;

const FORM = /^(u(?:[A-Za-z0-9]|-[0-9A-F]{2})+)(?:_[0-9a-f]{16})?$/;
/** 128 characters of four bytes each, each byte in three characters, and the rest. */
const LONGEST = 1600;

const decode = (name: string): string | undefined => {
  try {
    return decodeURIComponent(name.slice(1).replaceAll('-', '%'));
  } catch {
    return undefined;
  }
};

/** Reads `u<user>` or `u<user>_<16 hex digits>`. There is one way to write each; all others are nobody's. */
export const parseAddress = (text: string): Destination | undefined => {
  const [, name] = (text.length <= LONGEST && FORM.exec(text)) || [];
  const user = name && decode(name);
  if (!user || !isUserId(user) || peerNameOf(user) !== name) return undefined;
  return {user, connection: text === name ? undefined : text};
};

/** The connection ids that somebody with this user's token may take. */
export const isConnectionOf = (id: string, user: string): boolean => {
  const address = parseAddress(id);
  return address?.user === user && address.connection === id;
};
