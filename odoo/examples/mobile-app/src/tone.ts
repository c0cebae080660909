import type {Source} from './source.js';
import {RTCAudioSource} from './webrtc.js';

const RATE = 48_000;
/** The stack takes ten milliseconds at a time. */
const CHUNK = RATE / 100;
const LOUDNESS = 8000;

/** A sine of so many hertz. */
export const createTone = (hertz: number): Source => {
  const source = new RTCAudioSource();
  const track = source.createTrack();
  const began = performance.now();
  let chunks = 0;
  const make = (): void => {
    // Timers are late now and then: what was missed is made good.
    for (const due = (performance.now() - began) / 10; chunks < due; chunks += 1) {
      const samples = Int16Array.from({length: CHUNK}, (_, index) => LOUDNESS * Math.sin((2 * Math.PI * hertz * (chunks * CHUNK + index)) / RATE));
      source.onData({samples, sampleRate: RATE, bitsPerSample: 16, channelCount: 1, numberOfFrames: CHUNK});
    }
  };
  const timer = setInterval(make, 10);
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
};
