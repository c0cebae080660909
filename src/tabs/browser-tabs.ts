import {systemClock} from '../util/clock.js';
import {randomId} from '../util/random-id.js';
import type {TabWorld} from './tab-world.js';

const lock: TabWorld['lock'] = (name, signal, {ifAvailable = false, steal = false, lost} = {}) =>
  new Promise((resolve) => {
    let isHeld = false;
    const hold = (granted: unknown): Promise<void> | undefined => {
      isHeld = Boolean(granted) && !signal.aborted;
      resolve(isHeld);
      if (!isHeld) return undefined;
      return new Promise((release) => signal.addEventListener('abort', () => release(), {once: true}));
    };
    // A signal cannot be had together with the others.
    const options = ifAvailable || steal ? {ifAvailable, steal} : {signal};
    navigator.locks.request(name, options, hold).catch(() => {
      if (isHeld && !signal.aborted) lost?.();
      // Refused altogether, in a sandboxed frame: nobody else can have it either.
      resolve(!signal.aborted);
    });
  });

/** The tabs of this browser; undefined where they cannot find each other, as in an insecure context. */
export const browserTabs = (): TabWorld | undefined => {
  const page = globalThis.document;
  if (!page || typeof BroadcastChannel === 'undefined' || !(navigator as Partial<Navigator>).locks) return undefined;
  return {
    clock: systemClock,
    randomId,
    lock,
    channel: (name, heard) => {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({data}: MessageEvent<unknown>) => heard(data);
      return {post: (word) => channel.postMessage(word), close: () => channel.close()};
    },
    get isVisible() {
      return page.visibilityState === 'visible';
    },
    get isTouched() {
      // Where it cannot be known, it is as good as any.
      return (navigator as Partial<Navigator>).userActivation?.hasBeenActive ?? true;
    },
    watchVisible: (fn, signal) =>
      page.addEventListener('visibilitychange', () => page.visibilityState === 'visible' && fn(), {signal}),
  };
};
