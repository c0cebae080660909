import {systemClock} from '../../util/clock.js';
import type {Clock} from '../../util/clock.js';

/** A tab that is seen has the same ring, but may have to fetch the popup first. */
const COURTESY = 500;

const untilVisibility = (wanted: DocumentVisibilityState, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (document.visibilityState !== wanted && !signal.aborted) return;
      document.removeEventListener('visibilitychange', check);
      signal.removeEventListener('abort', check);
      resolve();
    };
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check);
    check();
  });

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), {once: true});
  });

const pause = (ms: number, clock: Clock, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => (cancel(), resolve()), {once: true});
  });

/** Names what the tabs of a browser agree on about one ring; whoever shows the notification holds the lock of that name. */
export const noticeLock = (callId: string): string => `call-elements:notice:${callId}`;

export interface RingWatch {
  readonly callId: string;
  /** Shows it until its signal aborts, and resolves when it is gone. */
  show(signal: AbortSignal): Promise<void>;
  readonly clock?: Clock;
}

/**
 * Has one tab `show` a ring while no tab of this browser is seen, until `signal` aborts. Tabs that are seen share a lock, so that
 * one that is not gets it for itself when there is none of them; who becomes seen says so.
 */
export const watchRing = async ({callId, show, clock = systemClock}: RingWatch, signal: AbortSignal): Promise<void> => {
  const name = noticeLock(callId);
  const {locks} = navigator;
  const channel = new BroadcastChannel(name);

  const hidden = async (turn: AbortSignal): Promise<void> => {
    await pause(COURTESY, clock, turn);
    while (!turn.aborted) {
      await locks.request(name, {signal: turn}, () => {
        const seen = new AbortController();
        channel.onmessage = () => seen.abort();
        return show(AbortSignal.any([turn, seen.signal]));
      });
    }
  };

  const visible = (turn: AbortSignal): Promise<void> => {
    const held = locks.request(name, {mode: 'shared', signal: turn}, () => untilAborted(turn));
    // After the request, which then is the next in the row.
    channel.postMessage('seen');
    return held;
  };

  try {
    while (!signal.aborted) {
      const isHidden = document.visibilityState === 'hidden';
      const turn = new AbortController();
      const change = untilVisibility(isHidden ? 'visible' : 'hidden', signal).then(() => turn.abort());
      try {
        await (isHidden ? hidden : visible)(turn.signal);
      } catch (error) {
        // Locks are refused, say in a sandboxed frame: then there is no telling who shows it.
        if (!turn.signal.aborted) throw error;
      }
      await change;
    }
  } finally {
    channel.close();
  }
};
