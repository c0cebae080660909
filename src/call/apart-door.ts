import type {Apart} from './apart.js';

const onThisPage: Apart = (_request, here) => void here().catch(() => undefined);

/** Lets requests pass by whatever puts calls into windows of their own, once that is wanted and fetched. */
export class ApartDoor {
  /** Carries a request out; waits for what is being fetched. */
  pass = onThisPage;
  readonly #load: (() => Promise<Apart>) | undefined;

  constructor(load: (() => Promise<Apart>) | undefined) {
    this.#load = load;
  }

  /** Fetched ahead of a press: in the press itself a window has to be opened at once. */
  open(): void {
    if (this.pass !== onThisPage || !this.#load) return;
    // Without it calls are on the page, until it is wanted anew.
    const loading = this.#load().catch(() => onThisPage);
    void loading.then((apart) => (this.pass = apart));
    this.pass = (...press) => void loading.then((apart) => apart(...press));
  }
}
