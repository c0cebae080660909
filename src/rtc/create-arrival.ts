import type {MediaKind} from '../types/media.js';
import type {Clock} from '../util/clock.js';

/** Milliseconds without anything new after which nothing comes any more; of a screen that rests, nothing new is sent. */
const PATIENCE: Readonly<Record<MediaKind, number>> = {mic: 2000, camera: 2000, screen: Infinity};

/**
 * Says at each look whether sound or pictures come in. `muted` alone does not tell: with the first packet of one line
 * Chromium and Firefox unmute all that have its kind, and neither mutes one when packets cease.
 */
export const createArrival = (receiver: RTCRtpReceiver, kind: MediaKind, clock: Clock): (() => boolean) => {
  let newest: number | undefined;
  let since = 0;
  return () => {
    const at = receiver.getSynchronizationSources()[0]?.timestamp;
    if (at !== undefined && at !== newest) {
      newest = at;
      since = clock.now();
    }
    if (receiver.track.muted || receiver.track.readyState === 'ended') return false;
    // Chromium counts pictures as they come, and sound only while somebody plays it.
    return newest === undefined ? kind === 'mic' : clock.now() - since < PATIENCE[kind];
  };
};
