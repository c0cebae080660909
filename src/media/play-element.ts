import {untilGesture} from './until-gesture.js';

/**
 * Resolves when the element sounds, or `signal` aborted. Where the browser wants a gesture first, `blocked` is called
 * and the next gesture starts it. Rejects when it cannot be played at all.
 */
export const playElement = async (audio: HTMLAudioElement, signal: AbortSignal, blocked: () => void): Promise<void> => {
  try {
    await audio.play();
  } catch (error) {
    if (signal.aborted) return;
    if ((error as Partial<Error> | null)?.name !== 'NotAllowedError') throw error;
    blocked();
    await untilGesture(() => audio.play(), signal);
  }
};
