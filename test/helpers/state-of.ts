import type {CallState} from '../../src/types/call-state.js';
import type {CallControllerFace} from '../../src/types/controller.js';

/** Resolves with the first state of a controller that fits, at once when today's does. */
export const stateOf = (controller: CallControllerFace, fits: (state: CallState) => boolean): Promise<CallState> =>
  new Promise((resolve) => {
    const look = (state: CallState): void => {
      if (!fits(state)) return;
      stop();
      resolve(state);
    };
    const stop = controller.subscribe(look);
    look(controller.state);
  });
