import {renderPattern} from './render-pattern.js';
import type {Pattern} from './tones.js';

/** Enough for these pitches, and a third of the memory. */
const SAMPLE_RATE = 16_000;

/** Plays a pattern until `signal` aborts; `over` is called when one that does not repeat is done. */
export const playTone = (context: AudioContext, pattern: Pattern, signal: AbortSignal, over: () => void): void => {
  const samples = renderPattern(pattern, SAMPLE_RATE);
  const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
  buffer.copyToChannel(samples, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = pattern.repeats;
  source.connect(context.destination);
  const stop = (): void => {
    source.onended = null;
    source.stop();
    source.disconnect();
  };
  source.onended = () => {
    signal.removeEventListener('abort', stop);
    source.disconnect();
    over();
  };
  signal.addEventListener('abort', stop, {once: true});
  source.start();
};
