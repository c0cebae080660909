import type {CallElsewhere} from './call-state.js';

/** How a ring was decided in another tab of the same browser. */
export type SettledElsewhere = 'answered-elsewhere' | 'declined-elsewhere';

export interface TabsListener {
  /** `elsewhere` is another now. */
  changed(): void;
  /** A ring was decided in another tab: here it is over, and nothing needs to be said to the caller. */
  settled(callId: string, how: SettledElsewhere): void;
}

/** What the tabs of one person in one browser agree on: which of them talks, and how a ring was decided. */
export interface Tabs {
  /** The call that another tab has. */
  readonly elsewhere: CallElsewhere | undefined;
  /** Tells the listener, from now on. */
  listen(listener: TabsListener): void;
  /**
   * Becomes the one tab that talks, for this call: asked before a device is opened. False when another tab talks, or was
   * faster. Settles within milliseconds; true again for the same call. Held until `release`.
   */
  take(callId: string): Promise<boolean>;
  release(): void;
  /** What the other tabs are to show of this tab's call; undefined when there is none. */
  publish(call: CallElsewhere | undefined): void;
  /** Tells the other tabs that a ring was decided here. */
  settle(callId: string, how: SettledElsewhere): void;
}
