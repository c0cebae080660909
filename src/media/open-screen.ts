import {CallError} from '../types/call-error.js';
import type {Devices} from './devices.js';
import {isPolicyBlocked} from './is-policy-blocked.js';
import {mediaError} from './media-error.js';

/** Chromium's; others ignore them. The call's own tab is left out, for it would show itself showing itself. */
const OPTIONS = {
  video: {frameRate: {ideal: 15, max: 30}},
  audio: false,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
};

/** Lets the person choose a screen. To be called in the press itself, or the browser refuses. */
export const openScreen = async (devices: Devices): Promise<MediaStreamTrack | undefined> => {
  if (!devices.getDisplayMedia) throw new CallError('screen-unsupported');
  if (isPolicyBlocked('display-capture')) throw new CallError('policy-blocked');
  try {
    const [track] = (await devices.getDisplayMedia(OPTIONS)).getVideoTracks();
    // Letters must stay sharp; a slow picture matters less.
    if (track) track.contentHint = 'detail';
    return track;
  } catch (error) {
    throw mediaError(error, 'screen');
  }
};
