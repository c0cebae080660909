import type {Samples} from './webrtc.js';
import {RTCAudioSink} from './webrtc.js';

export interface SoundMeasure {
  /** Hertz of a single tone, as of the last half second; 0 in silence. */
  readonly tone: number;
  /** Milliseconds until there was something to hear. */
  readonly firstSoundMs: number | undefined;
}

/** Seconds that are looked at. */
const SPAN = 0.5;
/** What is quieter is silence; the greatest is 32,767. */
const QUIET = 300;

/** Counts how often the wave comes up from below, between the first time and the last. */
const toneOf = (wave: readonly number[], rate: number): number => {
  const rises: number[] = [];
  let isLow = false;
  wave.forEach((value, at) => {
    if (value < -QUIET) isLow = true;
    if (value <= QUIET || !isLow) return;
    isLow = false;
    rises.push(at);
  });
  const samples = (rises.at(-1) ?? 0) - (rises[0] ?? 0);
  return samples > 0 ? Math.round(((rises.length - 1) * rate) / samples) : 0;
};

/** Listens to a track. `since` is what times count from, on the clock of `performance.now`. */
export const measureSound = (track: MediaStreamTrack, since: number) => {
  const sink = new RTCAudioSink(track);
  let wave: number[] = [];
  let rate = 48_000;
  let firstSoundMs: number | undefined;
  sink.ondata = ({samples, sampleRate, channelCount}: Samples) => {
    rate = sampleRate;
    for (let at = 0; at < samples.length; at += channelCount) wave.push(samples[at] ?? 0);
    wave = wave.slice(-SPAN * rate);
    if (firstSoundMs === undefined && samples.some((value) => Math.abs(value) > QUIET)) firstSoundMs = Math.round(performance.now() - since);
  };
  return {
    get measured(): SoundMeasure {
      return {tone: toneOf(wave, rate), firstSoundMs};
    },
    stop: () => sink.stop(),
  };
};
