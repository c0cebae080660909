import {partTerms} from '../../localize/part-terms.js';
import {enApart} from '../../localize/parts/apart.js';
import {ownWindowName} from '../../tabs/call-window-name.js';
import type {CallState} from '../../types/call-state.js';
import {systemClock} from '../../util/clock.js';
import type {Clock} from '../../util/clock.js';
import type {WindowMessage} from './window-message.js';

/** Milliseconds that a call may take to begin in a window that was opened for it, or a window to close. */
const PATIENCE = 2000;
/** Where nobody opened the window for a call, one may still be begun by the page itself, as it is loaded. */
const BY_HAND = 300;

interface Seams {
  readonly changed: () => void;
  readonly clock?: Clock;
  readonly close?: () => void;
  /** Whether the window was opened for a call. */
  readonly isForCall?: () => boolean;
}

/** A browser window that is a call's alone: closed after the call, and told what to say when there is nothing to show. */
export class OwnPage {
  readonly #seams: Required<Seams>;
  #isEmpty = false;
  #isStuck = false;
  #cancel: (() => void) | undefined;

  constructor({changed, clock = systemClock, close = () => window.close(), isForCall = () => ownWindowName() !== ''}: Seams) {
    this.#seams = {changed, clock, close, isForCall};
  }

  /** Takes the state in: a page that was opened by hand has no call, and after a while it is clear that none comes. */
  follow({phase}: CallState): void {
    if (phase !== 'ended') this.#isStuck = false;
    if (phase !== 'idle') {
      this.#isEmpty = false;
      if (phase !== 'ended') this.stop();
    } else if (!this.#isEmpty) {
      this.#cancel ??= this.#later(() => (this.#isEmpty = true), this.#seams.isForCall() ? PATIENCE : BY_HAND);
    }
  }

  /** Closes the window. Browsers let a page close only what a page opened; any other says that it may be closed. */
  close(): void {
    this.stop();
    this.#seams.close();
    this.#cancel = this.#later(() => (this.#isStuck = true), PATIENCE);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** What is said besides, or in place of what the call says. */
  message(language: string, told: WindowMessage | undefined): WindowMessage | undefined {
    const {noCall, closeThis} = partTerms('apart', enApart, language);
    if (this.#isEmpty) return {sentence: noCall, wayOut: closeThis};
    return this.#isStuck ? {...told, sentence: told?.sentence ?? noCall, wayOut: closeThis} : told;
  }

  #later(fn: () => void, ms: number): () => void {
    return this.#seams.clock.after(ms, () => {
      this.#cancel = undefined;
      fn();
      this.#seams.changed();
    });
  }
}
