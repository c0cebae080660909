import type {SoundState} from '../types/call-state.js';
import type {Tone} from '../types/sounds.js';
import type {Clock} from '../util/clock.js';
import {playUrl} from './play-url.js';
import {soundLock} from './sound-lock.js';
import type {Sink, Speaker} from './speaker.js';
import {playTone} from './play-tone.js';
import {TONES} from './tones.js';
import {whenRunning} from './when-running.js';

export interface Ring {
  readonly tone: Tone;
  readonly lock: string | undefined;
  /** Empty for the built-in tone. */
  readonly url: string;
  readonly context: AudioContext;
  readonly speaker: Speaker;
  readonly clock: Clock;
  readonly told: (state: SoundState) => void;
}

/** Lets one tone be heard, as soon as the browser allows it and it is this tab's turn, until `stop` aborts. */
export const ring = async ({tone, lock, url, context, speaker, clock, told}: Ring, stop: AbortController): Promise<void> => {
  const {signal} = stop;
  const {repeats} = TONES[tone];
  const tell = (state: SoundState): void => {
    if (!signal.aborted) told(state);
  };
  const over = (): void => {
    tell('quiet');
    stop.abort();
  };
  // What sounds once belongs to its moment; after a gesture some time later it would only startle.
  const blocked = repeats ? () => tell('blocked') : over;

  // TypeScript does not know yet that a context has one.
  speaker.route(context as AudioContext & Sink, signal);
  // First able, then elected: a tab that may not sound must not keep the lock from one that may.
  await whenRunning(context, clock, signal, blocked);
  tell('quiet');
  if (lock) await soundLock(lock, clock, signal);
  if (signal.aborted) return;
  if (url) {
    try {
      await playUrl({url, repeats, speaker, clock, signal, blocked, over});
      return tell('playing');
    } catch {
      console.debug('call-elements: the configured tone cannot be played; the built-in one is.');
    }
  }
  if (signal.aborted) return;
  playTone(context, TONES[tone], signal, over);
  tell('playing');
};
