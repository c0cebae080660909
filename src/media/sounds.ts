import type {SoundState} from '../types/call-state.js';
import type {SoundListener, Sounds, Tone} from '../types/sounds.js';
import {systemClock} from '../util/clock.js';
import type {Clock} from '../util/clock.js';
import {ring} from './ring.js';
import {flashTitle} from './flash-title.js';
import {createSpeaker} from './speaker.js';
import type {SpeakerChoice} from './speaker.js';
import {TONES} from './tones.js';
import {createVoice} from './voice.js';

export interface SoundsOptions {
  readonly clock?: Clock;
  /** Where voice and tones are to be heard; by default where the system sends them. */
  readonly speaker?: SpeakerChoice;
  /** Where calls ring; by default there as well. */
  readonly ringer?: SpeakerChoice;
}

const together = (states: readonly SoundState[]): SoundState =>
  states.find((state) => state === 'blocked') ?? states.find((state) => state === 'playing') ?? 'quiet';

/** All that this page lets be heard of calls. Nothing is created before there is something to hear. */
export const createSounds = (onState: SoundListener, {clock = systemClock, speaker: choice, ringer: other = choice}: SoundsOptions = {}): Sounds => {
  const speaker = createSpeaker(choice);
  const ringer = createSpeaker(other);
  let context: AudioContext | undefined;
  let disposed = false;
  let state: SoundState = 'quiet';
  const parts: {tone: SoundState; voice: SoundState} = {tone: 'quiet', voice: 'quiet'};
  let playing = '';
  let stop = new AbortController();
  let flashing: string | undefined;
  let stopFlash = (): void => {};
  let again = (): void => {};

  const tell = (part: keyof typeof parts, now: SoundState): void => {
    parts[part] = now;
    const next = together(Object.values(parts));
    if (disposed || next === state) return;
    state = next;
    onState(next);
  };

  const flash = (title: string | undefined): void => {
    if (title === flashing) return;
    flashing = title;
    stopFlash();
    stopFlash = title ? flashTitle(title, clock) : () => {};
  };

  const hush = (): void => {
    const old = stop;
    stop = new AbortController();
    old.abort();
    tell('tone', 'quiet');
    // An idle context keeps the machine's audio awake.
    if (context?.state === 'running') void context.suspend().catch(() => {});
  };

  const start = (tone: Tone, lock: string | undefined, url: string): void => {
    // No Web Audio, no tone; a page in a test or an old web view.
    if (!('AudioContext' in globalThis)) return;
    context ??= new AudioContext();
    const mine = stop;
    // A tone that is over stops itself; one that is stopped has been hushed already.
    mine.signal.addEventListener('abort', () => {
      if (mine === stop) hush();
    });
    const outlet = tone === 'ringtone' ? ringer : speaker;
    void ring({tone, lock, url, context, speaker: outlet, clock, told: (now) => tell('tone', now)}, mine).catch(() => mine.abort());
  };

  const voice = createVoice((now) => tell('voice', now), speaker);

  // A tab that the browser puts to sleep must not keep the sound from those that are awake.
  const awake = new AbortController();
  const page = globalThis.document;
  page?.addEventListener('freeze', hush, {signal: awake.signal});
  page?.addEventListener('resume', () => again(), {signal: awake.signal});

  return {
    tone: (tone, {lock, url = '', title} = {}) => {
      if (disposed) return;
      flash(tone === 'ringtone' ? title : undefined);
      const wanted = tone ? JSON.stringify([tone, lock, url]) : '';
      if (wanted === playing) return;
      playing = wanted;
      hush();
      again = () => {};
      if (!tone || url === 'none') return;
      start(tone, lock, url);
      if (TONES[tone].repeats) again = () => start(tone, lock, url);
    },
    voice: (stream) => {
      if (!disposed) voice(stream);
    },
    reroute: () => {
      speaker.changed();
      ringer.changed();
    },
    dispose: () => {
      if (disposed) return;
      disposed = true;
      awake.abort();
      flash(undefined);
      hush();
      voice(undefined);
      void context?.close().catch(() => {});
      context = undefined;
    },
  };
};
