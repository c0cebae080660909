import type {SoundState} from './call-state.js';

/** `ringback`: the other side rings. `ringtone`: this side is called. `hang-up`: once, when a call is over. */
export type Tone = 'ringback' | 'ringtone' | 'hang-up';

/** What this page lets be heard of calls. */
export interface Sounds {
  /**
   * Which tone should sound now; undefined for none. Idempotent. `hang-up` plays once and is then over.
   * `lock` names the ring among the tabs of this browser: only one of them sounds. `url` replaces the built-in tone;
   * `none` keeps it silent.
   */
  tone(tone: Tone | undefined, options?: {readonly lock?: string; readonly url?: string; readonly title?: string}): void;
  /** The other person's voice; undefined for nobody. Plays whether or not a `<call-window>` is on the page. */
  voice(stream: MediaStream | undefined): void;
  /** Another loudspeaker was chosen: all that is heard goes there at once. */
  reroute(): void;
  /** Lets go of audio elements, contexts, locks, listeners and the page's title. */
  dispose(): void;
}

/** Called on each change; `blocked` while the browser waits for a gesture, which `Sounds` waits for by itself. */
export type SoundListener = (state: SoundState) => void;
