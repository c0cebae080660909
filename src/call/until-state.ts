import type {CallState} from '../types/call-state.js';
import type {CallStore} from './call-store.js';

/** Resolves with the first state that fits; at once when today's does. */
export const untilState = async (store: CallStore, fits: (state: CallState) => boolean): Promise<CallState> => {
  if (fits(store.state)) return store.state;
  return new Promise((resolve) => {
    const stop = store.subscribe((state) => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    });
  });
};
