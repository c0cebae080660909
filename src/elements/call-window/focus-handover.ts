import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Remembers on which button a call was pressed for or answered, if the focus was there: it may follow into the window. */
export class FocusHandover implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #origin: HTMLElement | undefined;
  #watch: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    // The first call: it was asked for before this was here.
    const {activeElement} = host.ownerDocument;
    if (activeElement?.matches('call-button, button')) this.#origin = activeElement as HTMLElement;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch = new AbortController();
    const {signal} = this.#watch;
    for (const type of ['call-start-request', 'call-accept-request']) {
      this.#host.ownerDocument.addEventListener(type, this.#remember, {signal});
    }
  }

  hostDisconnected(): void {
    this.#watch?.abort();
  }

  /** True when the focus is still on that button, or nowhere since the button is gone. */
  get isDue(): boolean {
    const {activeElement, body} = this.#host.ownerDocument;
    const origin = this.#origin;
    return origin !== undefined && (activeElement === body || origin.matches(':focus-within'));
  }

  /** Back to where it came from. */
  giveBack(): void {
    if (this.#origin?.isConnected) this.#origin.focus();
    this.#origin = undefined;
  }

  readonly #remember = (event: Event): void => {
    const [origin] = event.composedPath();
    this.#origin = origin instanceof HTMLElement && origin.matches(':focus-within') ? origin : undefined;
  };
}
