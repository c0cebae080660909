import type {Tone} from '../types/sounds.js';

/** One sound within a pattern; seconds and hertz. */
export interface Note {
  readonly at: number;
  readonly length: number;
  readonly hertz: readonly number[];
  /** 0 to 1. */
  readonly volume: number;
  /** Rings out like a bell instead of standing like a beep. */
  readonly bell?: boolean;
}

export interface Pattern {
  readonly notes: readonly Note[];
  /** Seconds until it begins again, or ends. */
  readonly length: number;
  readonly repeats: boolean;
}

/** Struck, with its octave; two of them in turn make the ring: friendly, and not like any phone's own. */
const bell = (at: number, hertz: number): Note => ({at, length: 0.9, hertz: [hertz, hertz * 2], volume: 0.28, bell: true});

const beep = (at: number, hertz: number): Note => ({at, length: 0.16, hertz: [hertz], volume: 0.18});

/** What the built-in tones are made of. */
export const TONES: Readonly<Record<Tone, Pattern>> = {
  // The pace and pitch that most of Europe's telephones use, so that everybody knows what it says.
  ringback: {notes: [{at: 0, length: 1, hertz: [425], volume: 0.12}], length: 5, repeats: true},
  ringtone: {
    notes: [bell(0, 659.25), bell(0.2, 880), bell(0.4, 659.25), bell(0.6, 880), bell(1.2, 587.33), bell(1.4, 880)],
    length: 3.4,
    repeats: true,
  },
  'hang-up': {notes: [beep(0, 480), beep(0.24, 420), beep(0.48, 360)], length: 0.7, repeats: false},
};

/** To hear whether one hears. */
export const TEST: Pattern = {notes: [bell(0, 659.25), bell(0.25, 880)], length: 1.3, repeats: false};
