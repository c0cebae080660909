import type {CallRequestEvent} from '../events/call-request-event.js';
import type {Apart, OnThisPage} from './apart.js';

/** Lets requests pass by whatever puts calls into windows of their own, once that is wanted and fetched. */
export class ApartDoor {
  readonly #load: () => Promise<Apart | undefined>;
  #apart: Apart | undefined;
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<Apart | undefined>) {
    this.#load = load;
  }

  /** Fetched ahead of a press: in the press itself a window has to be opened at once. */
  open(): void {
    this.#loading ??= this.#load().then(
      (apart) => void (this.#apart = apart),
      () => void (this.#loading = undefined),
    );
  }

  pass(request: CallRequestEvent, here: OnThisPage): void {
    const carryOut = (): void => (this.#apart ?? onThisPage)(request, here);
    if (this.#apart || !this.#loading) carryOut();
    else void this.#loading.then(carryOut);
  }
}

const onThisPage: Apart = (_request, here) => void here().catch(() => undefined);
