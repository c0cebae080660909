import type {Measured} from './peer.js';

/** One line about what comes in. */
export const describe = ({sound, picture}: Measured): string => {
  const heard = sound?.tone ? `a tone of ${sound.tone} Hz (first after ${sound.firstSoundMs} ms)` : 'silence';
  if (!picture?.frames) return `hears ${heard}, sees nothing`;
  const {width, height, framesPerSecond, colour, firstFrameMs} = picture;
  return `hears ${heard}, sees ${width}×${height} at ${framesPerSecond}/s, mostly rgb(${colour?.join(' ')}) (first after ${firstFrameMs} ms)`;
};
