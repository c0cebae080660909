import {isLive} from '../../types/call-phase.js';
import type {CallState} from '../../types/call-state.js';
import {systemClock} from '../../util/clock.js';

/** How long a window stays after the person here ended the call: they know why. */
const FAREWELL_MS = 2000;

const endedHere = ({phase, end}: CallState): boolean =>
  phase === 'ended' && end?.by === 'local' && (end.reason === 'hung-up' || end.reason === 'cancelled');

/** Whether the window is open: from the press or the answer until it is closed, or closes itself. */
export class Showing {
  readonly #changed: () => void;
  #open = false;
  #closing = false;
  #last: CallState | undefined;
  #cancel: (() => void) | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Takes the state in; `farewell` lets the window close itself after a call that was ended here. */
  follow(state: CallState, {farewell}: {readonly farewell: boolean}): void {
    const last = this.#last;
    this.#last = state;
    if (!last || last.phase !== state.phase || last.callId !== state.callId) this.#open = this.#opens(state, last);
    if (!this.#open || !farewell || !endedHere(state)) this.stopTimer();
    else this.#cancel ??= systemClock.after(FAREWELL_MS, () => this.close());
  }

  /** Closes now, or as soon as the call is over. */
  close(): void {
    if (this.#last && isLive(this.#last.phase)) this.#closing = true;
    else this.#open = false;
    this.#changed();
  }

  stopTimer(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #opens({phase, callId, direction}: CallState, last: CallState | undefined): boolean {
    if (phase === 'idle' || phase === 'incoming') return false;
    if (phase === 'ended') {
      const closing = this.#closing;
      this.#closing = false;
      if (closing) return false;
      // An attempt that failed at once was never seen live, yet it has a reason to show.
      const wasLive = last && isLive(last.phase) && last.callId === callId;
      return wasLive ? this.#open : direction === 'outgoing';
    }
    if (last?.callId !== callId) this.#closing = false;
    return true;
  }
}
