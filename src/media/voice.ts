import type {SoundState} from '../types/call-state.js';
import {playElement} from './play-element.js';

/** The id of the loudspeaker to talk through; empty for the system's own choice. */
export type SpeakerChoice = () => Promise<string>;

const useSpeaker = async (audio: HTMLAudioElement, speaker: SpeakerChoice, signal: AbortSignal): Promise<void> => {
  const id = await speaker();
  // Not in every browser; and a speaker that was left at home must not cost the voice.
  if (id && !signal.aborted && 'setSinkId' in audio) await audio.setSinkId(id);
};

/** Plays one person's voice from an element that is on no page, so that nothing on the page can stop it. */
export const createVoice = (
  told: (state: SoundState) => void,
  speaker?: SpeakerChoice,
): ((stream: MediaStream | undefined) => void) => {
  let current: MediaStream | undefined;
  let stop = new AbortController();
  // One element throughout: some browsers allow sound to the element that was once started by a gesture.
  let audio: HTMLAudioElement | undefined;

  const start = async (element: HTMLAudioElement, signal: AbortSignal): Promise<void> => {
    if (speaker) void useSpeaker(element, speaker, signal).catch(() => {});
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
