import type {CallSession} from './call-session.js';
import {isLive} from '../types/call-phase.js';
import type {Tabs} from '../types/tabs.js';

/** The right to talk among the tabs of this browser: asked for before a device is opened, and given back at the end. */
export class Floor {
  readonly #tabs: Tabs;
  readonly #windowName: string;
  /** Whether this tab has it when all that was asked before is done. */
  #queue: Promise<boolean> = Promise.resolve(false);
  #owner: string | undefined;
  #held = false;

  constructor(tabs: Tabs, windowName: string) {
    this.#tabs = tabs;
    this.#windowName = windowName;
  }

  /** Another tab has a call now. */
  get isTaken(): boolean {
    return this.#tabs.elsewhere !== undefined;
  }

  get isHeld(): boolean {
    return this.#held;
  }

  /** Settles with whether this tab talks now: one call at a time asks, and what it took is its own until `release`. */
  take(call: string): Promise<boolean> {
    this.#owner = call;
    const taken = this.#queue.then(() => this.#tabs.take(call));
    // Where tabs cannot agree, each is the only one.
    const settled = taken.catch(() => true).then((isOurs) => {
      this.#held = isOurs && this.#owner === call;
      return isOurs;
    });
    this.#queue = settled;
    return settled;
  }

  /** A call that crossed ours goes on in its place. */
  inherit(call: string): void {
    if (this.#owner !== undefined) this.#owner = call;
  }

  /** Shows the other tabs what this tab's call is like. */
  show({id, record, peer}: CallSession): void {
    if (!this.#held || this.#owner !== id) return;
    const {phase} = record;
    if (!isLive(phase) || phase === 'incoming') return;
    const place = this.#windowName ? 'window' : 'tab';
    const elsewhere = {callId: id, phase, peer: {id: peer.id, name: peer.name}, place, windowName: this.#windowName} as const;
    this.#tabs.publish(Object.freeze(elsewhere));
  }

  /** That call is over, or is not to be answered after all. */
  release(call: string): void {
    if (this.#owner !== call) return;
    this.#owner = undefined;
    this.#held = false;
    this.#queue = this.#queue.then((isOurs) => {
      if (!isOurs) return false;
      this.#tabs.publish(undefined);
      this.#tabs.release();
      return false;
    });
  }

  settle(call: string, how: 'answered-elsewhere' | 'declined-elsewhere'): void {
    this.#tabs.settle(call, how);
  }
}
