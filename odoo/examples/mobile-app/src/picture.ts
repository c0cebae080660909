import type {Source} from './source.js';
import {rgbaToI420, RTCVideoSource} from './webrtc.js';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

const SIZE = {width: 320, height: 240};
const PER_SECOND = 20;
/** Width of the bar that moves, in pixels, and how far it goes from one picture to the next. */
const BAR = 40;
const STEP = 8;

/** The colour, with a white bar that walks across it. */
const paint = (rgba: Uint8Array, [red, green, blue]: Colour, count: number): void => {
  const {width, height} = SIZE;
  const bar = (count * STEP) % width;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const x = pixel % width;
    const isBar = x >= bar && x < bar + BAR;
    rgba.set(isBar ? [255, 255, 255, 255] : [red, green, blue, 255], 4 * pixel);
  }
};

/** `isOn` is false while the camera is off: nothing is sent then. */
export interface Picture extends Source {
  isOn: boolean;
}

/** A moving picture that is mostly of one colour. */
export const createPicture = (colour: Colour): Picture => {
  const source = new RTCVideoSource();
  const track = source.createTrack();
  const {width, height} = SIZE;
  const rgba = new Uint8Array(4 * width * height);
  let count = 0;
  const make = (): void => {
    if (!picture.isOn) return;
    paint(rgba, colour, count++);
    const frame = {...SIZE, data: new Uint8Array(1.5 * width * height)};
    rgbaToI420({...SIZE, data: rgba}, frame);
    source.onFrame(frame);
  };
  const timer = setInterval(make, 1000 / PER_SECOND);
  const picture = {
    track,
    isOn: true,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
  return picture;
};
