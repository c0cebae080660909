import type {Sink} from './speaker.js';
import {playTone} from './play-tone.js';
import {TEST, TONES} from './tones.js';

/** What a loudspeaker is tried with: how calls ring, once, or a short chime. */
const PATTERNS = {speaker: TEST, ringer: {...TONES.ringtone, repeats: false}} as const;

export interface TestSound {
  readonly kind: keyof typeof PATTERNS;
  /** Of the loudspeaker; empty for the system's own. */
  readonly device: string;
  readonly signal: AbortSignal;
}

/** Lets a loudspeaker be heard. Resolves when that is over, or `signal` aborted; rejects where nothing can be heard. */
export const playTest = async ({kind, device, signal}: TestSound): Promise<void> => {
  // TypeScript does not know yet that a context has one.
  const context = new AudioContext() as AudioContext & Sink;
  try {
    if (device) await context.setSinkId?.(device);
    await context.resume();
    if (signal.aborted) return;
    await new Promise<void>((over) => {
      signal.addEventListener('abort', () => over(), {once: true});
      playTone(context, PATTERNS[kind], signal, over);
    });
  } finally {
    await context.close().catch(() => {});
  }
};
