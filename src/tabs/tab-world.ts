import type {Clock} from '../util/clock.js';

export interface TabChannel {
  /** Tells all other tabs that opened a channel of that name; plain data only. */
  post(word: object): void;
  close(): void;
}

export interface LockOptions {
  readonly ifAvailable?: boolean;
  /** Takes it from whoever holds it; of them, `lost` is called. */
  readonly steal?: boolean;
  readonly lost?: () => void;
}

/** What tabs have to find each other by; the browser's is in `browser-tabs.ts`, the tests have their own. */
export interface TabWorld {
  readonly clock: Clock;
  randomId(): string;
  channel(name: string, heard: (word: unknown) => void): TabChannel;
  /**
   * Settles with true when the lock of that name is held, which it is until `signal` aborts; with false when `signal`
   * aborts before, or when another holds it and `ifAvailable` says not to wait.
   */
  lock(name: string, signal: AbortSignal, options?: LockOptions): Promise<boolean>;
  /** Somebody may be looking at this tab. */
  readonly isVisible: boolean;
  /** The person has pressed something here: this tab may sound. */
  readonly isTouched: boolean;
  /** Calls `fn` each time that the tab comes to be seen. */
  watchVisible(fn: () => void, signal: AbortSignal): void;
}
