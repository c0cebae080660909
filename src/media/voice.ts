import type {SoundState} from '../types/call-state.js';
import {playElement} from './play-element.js';
import type {Speaker} from './speaker.js';

/** Plays one person's voice from an element that is on no page, so that nothing on the page can stop it. */
export const createVoice = (
  told: (state: SoundState) => void,
  speaker: Speaker,
): ((stream: MediaStream | undefined) => void) => {
  let current: MediaStream | undefined;
  let stop = new AbortController();
  // One element throughout: some browsers allow sound to the element that was once started by a gesture.
  let audio: HTMLAudioElement | undefined;

  const start = async (element: HTMLAudioElement, signal: AbortSignal): Promise<void> => {
    speaker.route(element, signal);
    try {
      await playElement(element, signal, () => told('blocked'));
      if (!signal.aborted) told('playing');
    } catch {
      if (!signal.aborted) told('quiet');
    }
  };

  return (stream) => {
    if (stream === current) return;
    current = stream;
    stop.abort();
    stop = new AbortController();
    audio?.pause();
    if (audio) audio.srcObject = null;
    if (!stream) return told('quiet');
    audio ??= new Audio();
    // A new connection brings new tracks into the same stream; it goes on by itself then.
    audio.autoplay = true;
    audio.srcObject = stream;
    void start(audio, stop.signal);
  };
};
