import {createPicture} from './picture.js';
import type {Colour} from './picture.js';
import {createTone} from './tone.js';

/** What one call sends. */
export interface Media {
  readonly tracks: readonly MediaStreamTrack[];
  /** Turns the camera on or off; of no effect in a call for the voice. */
  showPicture(isOn: boolean): void;
  stop(): void;
}

/** A tone of so many hertz and, in a video call, a picture of a colour. */
export const createMedia = (hertz: number, colour: Colour | undefined): Media => {
  const tone = createTone(hertz);
  const picture = colour && createPicture(colour);
  return {
    tracks: picture ? [tone.track, picture.track] : [tone.track],
    showPicture: (isOn) => {
      if (picture) picture.isOn = isOn;
    },
    stop: () => {
      tone.stop();
      picture?.stop();
    },
  };
};
