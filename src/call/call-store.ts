import type {CallNotices, CallNoticeType, CallNotice, NoticeListener} from '../types/notice.js';
import {IDLE_STATE} from '../types/call-state.js';
import type {CallState} from '../types/call-state.js';

/** The state, who watches it, and who hears the news. */
export class CallStore {
  readonly #watchers = new Set<(state: CallState) => void>();
  readonly #listeners = new Set<NoticeListener>();
  readonly #untold: (() => void)[] = [];
  #telling = false;
  #state = IDLE_STATE;

  get state(): CallState {
    return this.#state;
  }

  /** Replaces what differs; tells nobody when nothing does. */
  patch(changes: Partial<CallState>): void {
    const before = this.#state;
    const keys = Object.keys(changes) as (keyof CallState)[];
    const news = keys.filter((key) => !isSame(before[key], changes[key]));
    if (news.length === 0) return;
    const after = Object.freeze({...before, ...Object.fromEntries(news.map((key) => [key, changes[key]]))});
    this.#state = after;
    this.#tell(() => {
      for (const watcher of [...this.#watchers]) report(() => watcher(after));
      if (after.phase === before.phase) return;
      this.ask('call-state-change', {callId: after.callId, from: before.phase, to: after.phase});
    });
  }

  /** Tells it when its turn comes. */
  notice<T extends CallNoticeType>(type: T, detail: CallNotices[T]): void {
    this.#tell(() => void this.ask(type, detail));
  }

  /** Tells it now; false when somebody vetoed it. */
  ask<T extends CallNoticeType>(type: T, detail: CallNotices[T]): boolean {
    const notice = {type, detail: Object.freeze(detail)} as unknown as CallNotice;
    let allowed = true;
    for (const listener of [...this.#listeners]) {
      report(() => {
        if (listener(notice) === false) allowed = false;
      });
    }
    return allowed;
  }

  /** Runs `fn`, then tells what came of it. What comes of telling is told after that: all hear all in its order. */
  together(fn: () => void): void {
    if (this.#telling) return fn();
    this.#telling = true;
    try {
      fn();
      for (let next = this.#untold.shift(); next; next = this.#untold.shift()) next();
    } finally {
      this.#telling = false;
    }
  }

  subscribe(fn: (state: CallState) => void): () => void {
    this.#watchers.add(fn);
    return () => void this.#watchers.delete(fn);
  }

  onNotice(fn: NoticeListener): () => void {
    this.#listeners.add(fn);
    return () => void this.#listeners.delete(fn);
  }

  #tell(fn: () => void): void {
    this.together(() => void this.#untold.push(fn));
  }
}

/** Equal words, or objects with equal words in them: who watches need not look again. */
const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));

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
