import type {Clock} from '../util/clock.js';
import {within} from '../util/within.js';
import {playElement} from './play-element.js';
import type {Speaker} from './speaker.js';

/** A ring that is still on its way by then would come too late. */
const PATIENCE = 3000;

export interface UrlSound {
  readonly url: string;
  readonly repeats: boolean;
  readonly speaker: Speaker;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly blocked: () => void;
  /** One that does not repeat is done. */
  readonly over: () => void;
}

/** Plays a page's own sound until `signal` aborts. Rejects when it cannot be had, or not soon. */
export const playUrl = async ({url, repeats, speaker, clock, signal, blocked, over}: UrlSound): Promise<void> => {
  const audio = new Audio();
  const release = (): void => {
    signal.removeEventListener('abort', release);
    audio.onended = null;
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
  };
  signal.addEventListener('abort', release);
  audio.loop = repeats;
  audio.onended = () => {
    release();
    over();
  };
  audio.src = url;
  speaker.route(audio, signal);
  let waits = false;
  const sounding = playElement(audio, signal, () => {
    waits = true;
    blocked();
  });
  try {
    await within(sounding, PATIENCE, clock);
  } catch (error) {
    // A person may take their time for a gesture; a server may not.
    if (waits) return await sounding.catch(giveUp);
    giveUp(error);
  }

  function giveUp(error: unknown): void {
    release();
    if (!signal.aborted) throw error;
  }
};
