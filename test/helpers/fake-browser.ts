import type {CallElsewhere} from '../../src/types/call-state.js';
import type {SettledElsewhere, Tabs, TabsListener} from '../../src/types/tabs.js';
import type {Clock} from '../../src/util/clock.js';

/** A tab of a simulated browser. */
export interface FakeTab extends Tabs {
  /** Closed or crashed: what it held is free, and nothing more is heard of it. */
  vanish(): void;
}

/** The tabs of one person in one browser, who hear of each other a little later, and of whom one talks. */
export class FakeBrowser {
  readonly #clock: Clock;
  readonly #delay: () => number;
  readonly #tabs = new Set<Tab>();
  #talking: Tab | undefined;

  constructor(clock: Clock, delay: () => number = () => 3) {
    this.#clock = clock;
    this.#delay = delay;
  }

  tab(): FakeTab {
    const tab = new Tab(this);
    this.#tabs.add(tab);
    return tab;
  }

  /** A little later, if the tab is still there. */
  later(tab: Tab, fn: () => void): void {
    this.#clock.after(this.#delay(), () => void (this.#tabs.has(tab) && fn()));
  }

  others(tab: Tab, fn: (other: Tab) => void): void {
    for (const other of this.#tabs) if (other !== tab) this.later(other, () => fn(other));
  }

  isFree(tab: Tab): boolean {
    this.#talking ??= tab;
    return this.#talking === tab;
  }

  free(tab: Tab): void {
    if (this.#talking !== tab) return;
    this.#talking = undefined;
    this.others(tab, (other) => other.see(undefined));
  }

  forget(tab: Tab): void {
    this.#tabs.delete(tab);
    this.free(tab);
  }
}

class Tab implements FakeTab {
  elsewhere: CallElsewhere | undefined;
  readonly #browser: FakeBrowser;
  #listener: TabsListener | undefined;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
  }

  listen(listener: TabsListener): void {
    this.#listener = listener;
  }

  take(): Promise<boolean> {
    return new Promise((resolve) => this.#browser.later(this, () => resolve(this.#browser.isFree(this))));
  }

  release(): void {
    this.#browser.free(this);
  }

  publish(call: CallElsewhere | undefined): void {
    this.#browser.others(this, (other) => other.see(call));
  }

  settle(callId: string, how: SettledElsewhere): void {
    this.#browser.others(this, (other) => other.#listener?.settled(callId, how));
  }

  vanish(): void {
    this.#browser.forget(this);
  }

  see(call: CallElsewhere | undefined): void {
    this.elsewhere = call;
    this.#listener?.changed();
  }
}
