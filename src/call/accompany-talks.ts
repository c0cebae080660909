import {isTalking} from '../types/is-talking.js';
import type {CallEngine} from './call-engine.js';
import type {CallStore} from './call-store.js';
import {loadAccompany} from './load-accompany.js';

/** Tells the system of each talk: its buttons for calls work, and its screen stays lit while there is a picture. */
export const accompanyTalks = (store: CallStore, engine: CallEngine): void => {
  const stop = store.subscribe(({phase}) => {
    if (!isTalking(phase)) return;
    stop();
    void begin(store, engine);
  });
};

const begin = async (store: CallStore, engine: CallEngine): Promise<void> => {
  try {
    const accompany = await loadAccompany();
    const follow = accompany({hangUp: () => engine.hangUp(), set: (kind, on) => engine.set(kind, on)});
    store.subscribe(follow);
    follow(store.state);
  } catch {
    // Not there for now: the next talk asks again.
    accompanyTalks(store, engine);
  }
};
