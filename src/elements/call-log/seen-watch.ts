/** How long a list has to be in sight to have been seen. */
const GLANCE_MS = 1500;

export interface SeenListener {
  seen(): void;
  /** It is out of sight. */
  left(): void;
}

/** Tells when an element has been in sight, on a visible page, for as long as a glance takes. */
export class SeenWatch {
  readonly #element: HTMLElement;
  readonly #listener: SeenListener;
  #watch: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #inSight = false;

  constructor(element: HTMLElement, listener: SeenListener) {
    this.#element = element;
    this.#listener = listener;
  }

  start(): void {
    this.#watch = new AbortController();
    const {signal} = this.#watch;
    const sight = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting ?? false;
      this.again();
    });
    sight.observe(this.#element);
    signal.addEventListener('abort', () => sight.disconnect());
    this.#element.ownerDocument.addEventListener('visibilitychange', () => this.again(), {signal});
  }

  stop(): void {
    this.#watch?.abort();
    this.#inSight = false;
    clearTimeout(this.#timer);
  }

  /** There is something else to be seen. */
  again(): void {
    clearTimeout(this.#timer);
    const isSeen = this.#inSight && this.#element.ownerDocument.visibilityState === 'visible';
    if (isSeen) this.#timer = setTimeout(() => this.#listener.seen(), GLANCE_MS);
    else this.#listener.left();
  }
}
