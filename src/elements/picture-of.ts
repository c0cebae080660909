import type {CallState} from '../types/call-state.js';
import {checkAvatar} from '../util/check-avatar.js';

/** The picture that the page itself has of somebody, on a button that would call them. */
const pagePicture = (id: string): string | null | undefined =>
  document.querySelector(`call-button[callee="${CSS.escape(id)}"][callee-avatar]`)?.getAttribute('callee-avatar');

/**
 * A checked picture of the other side. Fetching an address that a stranger gave would tell a server of theirs where
 * this person is, or ask this page's own server for something with this person's cookies: of a caller whom the
 * connector does not vouch for, only the page's own picture is shown, or an embedded one.
 */
export const pictureOf = ({peer, direction}: Pick<CallState, 'peer' | 'direction'>): string | undefined => {
  const theirs = checkAvatar(peer?.avatar);
  if (!peer || direction !== 'incoming' || peer.identity === 'verified') return theirs;
  return checkAvatar(pagePicture(peer.id)) ?? (theirs?.startsWith('data:') ? theirs : undefined);
};
