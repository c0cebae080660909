import type {Colour} from './picture.js';
import type {Frame} from './webrtc.js';
import {i420ToRgba, RTCVideoSink} from './webrtc.js';

export interface PictureMeasure {
  /** As of the last second. */
  readonly framesPerSecond: number;
  readonly frames: number;
  /** What most of the last picture has. */
  readonly colour: Colour | undefined;
  readonly width: number;
  readonly height: number;
  /** Milliseconds until the first picture. */
  readonly firstFrameMs: number | undefined;
}

/** Every so many pixels one is looked at. */
const STRIDE = 16;

/** The commonest colour: sorted into cubes of 32 steps each way, and the mean of the fullest. */
const commonest = ({width, height, data}: Frame): Colour | undefined => {
  const rgba = new Uint8Array(4 * width * height);
  i420ToRgba({width, height, data}, {width, height, data: rgba});
  const cubes = new Map<number, number[]>();
  for (let at = 0; at < rgba.length; at += 4 * STRIDE) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const cube = cubes.get(key) ?? [0, 0, 0, 0];
    cubes.set(key, [(cube[0] ?? 0) + 1, (cube[1] ?? 0) + red, (cube[2] ?? 0) + green, (cube[3] ?? 0) + blue]);
  }
  const [count = 0, ...sums] = [...cubes.values()].reduce((most, cube) => ((cube[0] ?? 0) > (most[0] ?? 0) ? cube : most), [0]);
  return count ? (sums.map((sum) => Math.round(sum / count)) as unknown as Colour) : undefined;
};

/** Looks at a track. `since` is what times count from, on the clock of `performance.now`. */
export const measurePicture = (track: MediaStreamTrack, since: number) => {
  const sink = new RTCVideoSink(track);
  let last: Frame | undefined;
  let frames = 0;
  let times: number[] = [];
  let firstFrameMs: number | undefined;
  sink.onframe = ({frame}: {readonly frame: Frame}) => {
    const now = performance.now();
    last = frame;
    frames += 1;
    times = [...times.filter((time) => time > now - 1000), now];
    firstFrameMs ??= Math.round(now - since);
  };
  return {
    get measured(): PictureMeasure {
      const framesPerSecond = times.filter((time) => time > performance.now() - 1000).length;
      const {width = 0, height = 0} = last ?? {};
      return {framesPerSecond, frames, colour: last && commonest(last), width, height, firstFrameMs};
    },
    stop: () => sink.stop(),
  };
};
