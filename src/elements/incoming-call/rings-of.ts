import type {CallPeer, CallState} from '../../types/call-state.js';
import type {CallMedia} from '../../types/media.js';

/** One call that rings here. */
export interface Ring {
  readonly callId: string | undefined;
  readonly peer: CallPeer;
  readonly media: CallMedia;
}

/** The calls that ring and that the page does not show itself, in the order in which they came. */
export const ringsOf = ({phase, callId, peer, media, shownByPage, waiting}: CallState): readonly Ring[] => {
  const first = phase === 'incoming' && peer && !shownByPage ? [{callId, peer, media}] : [];
  return [...first, ...waiting.filter((call) => !call.shownByPage)];
};
