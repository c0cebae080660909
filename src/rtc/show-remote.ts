import type {PeerLink} from '../protocol/peer-link.js';
import {syncStream} from '../util/sync-stream.js';

/** Shows voice and camera together and the screen by itself, as the lines of a connection have them; none without. */
export const showRemote = (
  {remote, remoteScreen}: Pick<PeerLink, 'remote' | 'remoteScreen'>,
  [voice, camera, screen]: readonly MediaStreamTrack[] = [],
): void => {
  syncStream(remote, [voice, camera]);
  syncStream(remoteScreen, [screen]);
};
