import type {Note, Pattern} from './tones.js';

/** Seconds in which a beep comes and goes; a sudden edge would click. */
const EDGE = 0.012;

const loudness = ({length, bell}: Note, time: number): number => {
  const edge = Math.min(1, time / EDGE, (length - time) / EDGE);
  return bell ? edge * Math.exp((-5 * time) / length) : edge;
};

/**
 * One round of a pattern as samples. A looped buffer keeps time by itself, whereas the timers of a page in the
 * background fire once a second, later once a minute.
 */
export const renderPattern = ({notes, length}: Pattern, sampleRate: number): Float32Array<ArrayBuffer> => {
  const samples = new Float32Array(Math.round(length * sampleRate));
  for (const note of notes) {
    const first = Math.round(note.at * sampleRate);
    const last = Math.min(samples.length, first + Math.round(note.length * sampleRate));
    for (let index = first; index < last; index += 1) {
      const time = (index - first) / sampleRate;
      const wave = note.hertz.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * time), 0) / note.hertz.length;
      samples[index] = (samples[index] ?? 0) + wave * note.volume * loudness(note, time);
    }
  }
  return samples;
};
