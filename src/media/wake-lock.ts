/** As much of a document and its navigator as this needs. */
export interface WakeLockWorld {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
}

const thisWorld = (): WakeLockWorld => ({document, wakeLock: (navigator as Partial<Navigator>).wakeLock});

/** Keeps the screen lit while that is wanted. The browser takes the lock from a page that is hidden: it is asked for again. */
export class ScreenLight {
  readonly #world: WakeLockWorld;
  #wanted = false;
  #asking = false;
  #lock: Pick<WakeLockSentinel, 'release' | 'released'> | undefined;

  constructor(world: WakeLockWorld = thisWorld()) {
    this.#world = world;
  }

  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    const {document: page} = this.#world;
    if (wanted) page.addEventListener('visibilitychange', this.#ask);
    else page.removeEventListener('visibilitychange', this.#ask);
    if (wanted) void this.#ask();
    else this.#release();
  }

  readonly #ask = async (): Promise<void> => {
    const {document: page, wakeLock} = this.#world;
    const isHeld = this.#lock && !this.#lock.released;
    if (!wakeLock || this.#asking || isHeld || page.visibilityState !== 'visible') return;
    this.#asking = true;
    try {
      this.#lock = await wakeLock.request('screen');
    } catch {
      // A battery that is low, or a page that may not: the screen goes dark as it always did.
    }
    this.#asking = false;
    if (!this.#wanted) this.#release();
  };

  #release(): void {
    this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}
