import {isLive} from '../types/call-phase.js';
import type {WaitingCall} from '../types/call-state.js';
import type {CallSession} from './call-session.js';
import {IncomingSession} from './incoming-session.js';

/** No more than this ring at once; further callers are told "busy". */
const MOST_RINGING = 8;

/** The calls of this page: the first, which the state is about, and those that ring behind it. */
export class CallStack {
  #first: CallSession | undefined;
  #behind: readonly IncomingSession[] = [];

  /** The call that is on, or was the last. */
  get first(): CallSession | undefined {
    return this.#first;
  }

  get isOn(): boolean {
    return this.#first !== undefined && isLive(this.#first.record.phase);
  }

  /** All that can be answered, in the order in which they are shown. */
  get ringing(): readonly IncomingSession[] {
    const first = this.#first;
    const all = first instanceof IncomingSession ? [first, ...this.#behind] : this.#behind;
    return all.filter(({record}) => record.phase === 'incoming');
  }

  get behind(): readonly IncomingSession[] {
    return this.#behind;
  }

  /** Nobody talks or calls, and not too many ring. */
  get hasRoom(): boolean {
    const isFree = !this.isOn || this.#first?.record.phase === 'incoming';
    return isFree && this.ringing.length < MOST_RINGING;
  }

  /** As the elements see those behind. */
  get waiting(): readonly WaitingCall[] {
    return Object.freeze(
      this.#behind.map(({id: callId, peer, media, connector, shownByPage}) =>
        Object.freeze({callId, peer, media, connector, shownByPage}),
      ),
    );
  }

  find(call: string): CallSession | undefined {
    return this.#first?.id === call ? this.#first : this.#behind.find(({id}) => id === call);
  }

  add(session: IncomingSession): void {
    this.#behind = [...this.#behind, session];
  }

  remove(session: CallSession): void {
    this.#behind = this.#behind.filter((other) => other !== session);
  }

  /** Makes it the first. One that rang in its place rings on behind it. */
  lead(session: CallSession): void {
    const before = this.#first;
    this.remove(session);
    this.#first = session;
    if (before instanceof IncomingSession && before !== session && before.record.phase === 'incoming') {
      this.#behind = [before, ...this.#behind];
    }
  }
}
