import {isLive} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';

/** What is seen large, and whether oneself is seen small beside it. */
export interface Pictures {
  readonly large: 'screen' | 'remote' | 'local' | 'avatar';
  readonly small: boolean;
}

/**
 * One's own face until the partner's picture is there, then the partner's with one's own small. A screen that the
 * partner shares goes before their face. `arrived`: the other side's picture has frames.
 */
export const choosePictures = ({phase, local, remote}: CallState, arrived: boolean): Pictures => {
  const own = local.camera === 'on' && isLive(phase);
  const talking = phase === 'connected' || phase === 'reconnecting';
  const sends = remote.screen || remote.camera;
  if (talking && sends && arrived) return {large: remote.screen ? 'screen' : 'remote', small: own};
  if (talking && !sends) return {large: 'avatar', small: own};
  return {large: own ? 'local' : 'avatar', small: false};
};
