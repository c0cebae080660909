import type {CallNotices, CallNoticeType, CallNotice, NoticeListener} from '../types/notice.js';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallState} from '../types/call-state.js';

/** The state, who watches it, and who hears the news. */
export class CallStore {
  readonly #watchers = new Set<(state: CallState) => void>();
  readonly #listeners = new Set<NoticeListener>();
  #state = IDLE_STATE;

  get state(): CallState {
    return this.#state;
  }

  /** Replaces what differs; tells nobody when nothing does. */
  patch(changes: Partial<CallState>): void {
    const before = this.#state;
    const keys = Object.keys(changes) as (keyof CallState)[];
    if (keys.every((key) => Object.is(before[key], changes[key]))) return;
    this.#state = Object.freeze({...before, ...changes});
    for (const watcher of [...this.#watchers]) report(() => watcher(this.#state));
    if (this.#state.phase === before.phase) return;
    this.notice('call-state-change', {callId: this.#state.callId, from: before.phase, to: this.#state.phase});
  }

  /** False when somebody vetoed it. */
  notice<T extends CallNoticeType>(type: T, detail: CallNotices[T]): boolean {
    const notice = {type, detail: Object.freeze(detail)} as unknown as CallNotice;
    let allowed = true;
    for (const listener of [...this.#listeners]) {
      report(() => {
        if (listener(notice) === false) allowed = false;
      });
    }
    return allowed;
  }

  subscribe(fn: (state: CallState) => void): () => void {
    this.#watchers.add(fn);
    return () => void this.#watchers.delete(fn);
  }

  onNotice(fn: NoticeListener): () => void {
    this.#listeners.add(fn);
    return () => void this.#listeners.delete(fn);
  }

  /** Resolves with the first state that fits; at once when today's does. */
  async until(fits: (state: CallState) => boolean): Promise<CallState> {
    if (fits(this.#state)) return this.#state;
    return new Promise((resolve) => {
      const stop = this.subscribe((state) => {
        if (!fits(state)) return;
        stop();
        resolve(state);
      });
    });
  }
}

/** A listener that throws must not stop a call, nor the other listeners. */
const report = (fn: () => void): void => {
  try {
    fn();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
};
