import {bookConnections} from './real-connections.js';
import {bookMedia} from './real-media.js';

/** What this page holds on to. */
export interface Holdings {
  readonly connections: number;
  readonly tracks: number;
  /** By name, so that one too many says whose it is. */
  readonly listeners: readonly string[];
  readonly timers: number;
  readonly contexts: number;
  readonly channels: number;
}

/** Notes what the page takes and gives back, from now until `close`. */
export interface Ledger {
  readonly holdings: Holdings;
  close(): void;
}

/** Those that outlive a call; what hangs on a call's own objects goes with them. */
const LASTING = (): readonly EventTarget[] =>
  [window, document, document.documentElement, document.body, navigator.mediaDevices, (navigator as {connection?: EventTarget}).connection]
    .filter((target) => target !== undefined);

interface Listened {
  readonly target: EventTarget;
  readonly type: string;
  readonly listener: unknown;
  readonly capture: boolean;
}

const bookListeners = () => {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const lasting = LASTING();
  const held: Listened[] = [];
  const captureOf = (options: unknown): boolean =>
    typeof options === 'object' ? Boolean((options as {capture?: boolean} | null)?.capture) : Boolean(options);
  const forget = (target: EventTarget, type: string, listener: unknown, capture: boolean): void => {
    const index = held.findIndex(
      (one) => one.target === target && one.type === type && one.listener === listener && one.capture === capture,
    );
    if (index >= 0) held.splice(index, 1);
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    addEventListener.call(target, type, listener, options);
    if (!lasting.includes(target) || !listener) return;
    const capture = captureOf(options);
    forget(target, type, listener, capture);
    const {once, signal} = typeof options === 'object' ? options : {};
    if (signal?.aborted) return;
    held.push({target, type, listener, capture});
    const gone = () => forget(target, type, listener, capture);
    if (once) addEventListener.call(target, type, gone, {once, capture});
    if (signal) addEventListener.call(signal, 'abort', gone, {once: true});
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    removeEventListener.call(target, type, listener, options);
    forget(target, type, listener, captureOf(options));
  };
  const close = (): void => void Object.assign(EventTarget.prototype, {addEventListener, removeEventListener});
  return {held, close};
};

const bookTimers = () => {
  const {setTimeout: later, clearTimeout: cancel, setInterval: repeat, clearInterval: stop} = window;
  const held = new Set<number>();
  const timers = {
    setTimeout: (fn: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]): number => {
      const id: number = later(() => {
        held.delete(id);
        fn(...rest);
      }, ms);
      held.add(id);
      return id;
    },
    clearTimeout: (id: number): void => {
      held.delete(id);
      cancel(id);
    },
    setInterval: (fn: () => void, ms?: number): number => {
      const id = repeat(fn, ms);
      held.add(id);
      return id;
    },
    clearInterval: (id: number): void => {
      held.delete(id);
      stop(id);
    },
  };
  Object.assign(window, timers);
  const close = (): void => {
    Object.assign(window, {setTimeout: later, clearTimeout: cancel, setInterval: repeat, clearInterval: stop});
  };
  return {held, close};
};

type Closable = new (...options: never[]) => {close(): unknown};

/** Counts what was made of a class and not closed. */
const bookClass = (name: 'AudioContext' | 'BroadcastChannel') => {
  const native = window[name] as unknown as Closable;
  const held = new Set<object>();
  const booked = class extends native {
    constructor(...options: never[]) {
      super(...options);
      held.add(this);
    }
    override close(): unknown {
      held.delete(this);
      return super.close();
    }
  };
  Object.assign(window, {[name]: booked});
  return {held, close: (): void => void Object.assign(window, {[name]: native})};
};

export const openLedger = (): Ledger => {
  const connections = bookConnections();
  const media = bookMedia();
  const listeners = bookListeners();
  const timers = bookTimers();
  const contexts = bookClass('AudioContext');
  const channels = bookClass('BroadcastChannel');
  return {
    get holdings() {
      return {
        connections: connections.open.length,
        tracks: media.live.length,
        listeners: listeners.held.map(({target, type}) => `${target.constructor.name} ${type}`).sort(),
        timers: timers.held.size,
        contexts: contexts.held.size,
        channels: channels.held.size,
      };
    },
    close: () => {
      for (const book of [connections, media, listeners, timers, contexts, channels]) book.close();
    },
  };
};
