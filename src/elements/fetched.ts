/** What is fetched when it is first wanted; `arrived` is told. After a failure the next wish tries again. */
export class Fetched<T> {
  readonly #load: () => Promise<T>;
  readonly #arrived: () => void;
  #value: T | undefined;
  #loading = false;

  constructor(load: () => Promise<T>, arrived: () => void) {
    this.#load = load;
    this.#arrived = arrived;
  }

  /** It, once it is there. */
  take(): T | undefined {
    if (!this.#value && !this.#loading) {
      this.#loading = true;
      this.#load().then(
        (value) => {
          this.#value = value;
          this.#arrived();
        },
        () => (this.#loading = false),
      );
    }
    return this.#value;
  }
}
