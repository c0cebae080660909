import type {LockOptions, TabChannel, TabWorld} from '../../src/tabs/tab-world.js';
import type {Clock} from '../../src/util/clock.js';
import type {Random} from './random.js';

interface Request {
  readonly tab: MachineTab;
  granted(): void;
  lost(): void;
}

interface Lock {
  holder: Request | undefined;
  queue: Request[];
}

/** What the tabs of one browser have in common: locks and channels, each a few milliseconds away. */
export class TabMachine {
  readonly #clock: Clock;
  readonly random: Random;
  readonly #locks = new Map<string, Lock>();
  readonly #ears = new Set<{readonly tab: MachineTab; readonly name: string; readonly heard: (word: unknown) => void}>();
  readonly #last = new Map<MachineTab, number>();

  constructor(clock: Clock, random: Random) {
    [this.#clock, this.random] = [clock, random];
  }

  tab(): MachineTab {
    return new MachineTab(this, this.#clock);
  }

  /** Names of the locks that are held. */
  get held(): readonly string[] {
    return [...this.#locks].flatMap(([name, {holder}]) => (holder ? [name] : []));
  }

  channel(tab: MachineTab, name: string, heard: (word: unknown) => void): TabChannel {
    const ear = {tab, name, heard};
    this.#ears.add(ear);
    return {
      post: (word) => {
        const copy = structuredClone(word);
        for (const other of this.#ears) {
          if (other === ear || other.name !== name) continue;
          // In the order in which they were sent, for each that hears them.
          const due = Math.max(this.#clock.now() + 1 + this.random.below(4), this.#last.get(other.tab) ?? 0);
          this.#last.set(other.tab, due);
          this.#clock.after(due - this.#clock.now(), () => other.tab.run(() => this.#ears.has(other) && other.heard(structuredClone(copy))));
        }
      },
      close: () => void this.#ears.delete(ear),
    };
  }

  request(name: string, request: Request, {ifAvailable, steal}: LockOptions): boolean {
    const lock = this.#locks.get(name) ?? {holder: undefined, queue: []};
    this.#locks.set(name, lock);
    if (steal && lock.holder) {
      const {holder} = lock;
      lock.holder = undefined;
      holder.tab.run(() => holder.lost());
    }
    if (!lock.holder) return this.#grant(lock, request);
    if (ifAvailable) return false;
    lock.queue.push(request);
    return true;
  }

  release(name: string, request: Request): void {
    const lock = this.#locks.get(name);
    if (!lock) return;
    lock.queue = lock.queue.filter((other) => other !== request);
    if (lock.holder === request) this.#next(lock);
  }

  forget(tab: MachineTab): void {
    for (const ear of this.#ears) if (ear.tab === tab) this.#ears.delete(ear);
    for (const lock of this.#locks.values()) {
      lock.queue = lock.queue.filter((request) => request.tab !== tab);
      if (lock.holder?.tab === tab) this.#next(lock);
    }
  }

  #next(lock: Lock): void {
    lock.holder = undefined;
    const next = lock.queue.shift();
    if (next) this.#grant(lock, next);
  }

  #grant(lock: Lock, request: Request): true {
    lock.holder = request;
    this.#clock.after(this.random.below(4), () => request.tab.run(() => request.granted()));
    return true;
  }
}

/** One tab: it may be looked at or not, stand still, and be gone from one moment to the next. */
export class MachineTab implements TabWorld {
  readonly clock: Clock;
  isTouched = true;
  readonly #machine: TabMachine;
  readonly #watchers = new Set<() => void>();
  #isVisible = true;
  #isGone = false;
  /** What waits until the tab moves again. */
  #waiting: (() => void)[] | undefined;

  constructor(machine: TabMachine, clock: Clock) {
    this.#machine = machine;
    this.clock = {now: () => clock.now(), after: (ms, fn) => clock.after(ms, () => this.run(fn))};
  }

  get isVisible(): boolean {
    return this.#isVisible;
  }

  get isHung(): boolean {
    return this.#waiting !== undefined;
  }

  randomId(): string {
    return this.#machine.random.id();
  }

  channel(name: string, heard: (word: unknown) => void): TabChannel {
    return this.#machine.channel(this, name, heard);
  }

  lock(name: string, signal: AbortSignal, options: LockOptions = {}): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#isGone) return resolve(false);
      let isHeld = false;
      const request: Request = {
        tab: this,
        granted: () => {
          isHeld = !signal.aborted;
          resolve(isHeld);
        },
        lost: () => {
          if (isHeld && !signal.aborted) options.lost?.();
        },
      };
      const isMine = this.#machine.request(name, request, options);
      if (!isMine) return resolve(false);
      signal.addEventListener('abort', () => {
        this.#machine.release(name, request);
        resolve(false);
      }, {once: true});
    });
  }

  watchVisible(fn: () => void, signal: AbortSignal): void {
    this.#watchers.add(fn);
    signal.addEventListener('abort', () => void this.#watchers.delete(fn), {once: true});
  }

  show(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) for (const fn of [...this.#watchers]) this.run(fn);
  }

  /** It stands still: a question to the person is open, or the browser has put it to sleep without a word. */
  hang(): void {
    this.#waiting ??= [];
  }

  wake(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const fn of waiting) this.run(fn);
  }

  /** Closed or crashed: what it held is free, and nothing more is heard of it. */
  vanish(): void {
    this.#isGone = true;
    this.#machine.forget(this);
  }

  run(fn: () => unknown): void {
    if (this.#isGone) return;
    if (this.#waiting) this.#waiting.push(() => void fn());
    else fn();
  }
}
