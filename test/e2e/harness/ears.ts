/** How long the built-in tones are, in seconds: so they are told apart. */
const TONES = {'5.0': 'ringback', '3.4': 'ringtone', '0.7': 'hang-up'} as const;

export type Tone = (typeof TONES)[keyof typeof TONES];

/** Runs in a page after the spy: notes in its journal which of the built-in tones begins to sound, and which stops. */
export const ears = (names: Readonly<Record<string, string>>): void => {
  const {prototype} = AudioBufferSourceNode;
  const nameOf = ({buffer}: AudioBufferSourceNode): string => names[buffer?.duration.toFixed(1) ?? ''] ?? 'something';
  prototype.start = new Proxy(prototype.start, {
    apply(start, source: AudioBufferSourceNode, args) {
      window.seen.journal.push(`sounds ${nameOf(source)}`);
      return Reflect.apply(start, source, args);
    },
  });
  prototype.stop = new Proxy(prototype.stop, {
    apply(stop, source: AudioBufferSourceNode, args) {
      window.seen.journal.push(`silences ${nameOf(source)}`);
      return Reflect.apply(stop, source, args);
    },
  });
};

export const TONE_NAMES: Readonly<Record<string, string>> = TONES;
