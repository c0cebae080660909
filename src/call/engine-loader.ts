import type {CallEngine} from './call-engine.js';

/** Fetches the engine once, when it is first needed; again when that failed. */
export class EngineLoader {
  readonly #fetch: () => Promise<CallEngine>;
  #fetching: Promise<CallEngine> | undefined;
  #engine: CallEngine | undefined;
  #disposed = false;

  constructor(fetch: () => Promise<CallEngine>) {
    this.#fetch = fetch;
  }

  /** The engine, if it is here. */
  get engine(): CallEngine | undefined {
    return this.#engine;
  }

  /** Undefined once it is no longer wanted; rejects when it cannot be fetched. */
  async load(): Promise<CallEngine | undefined> {
    if (this.#disposed) return undefined;
    this.#fetching ??= this.#fetch();
    try {
      const engine = await this.#fetching;
      if (this.#disposed) engine.dispose();
      else this.#engine = engine;
      return this.#engine;
    } catch (error) {
      this.#fetching = undefined;
      throw error;
    }
  }

  /** What arrives later is let go at once. */
  dispose(): void {
    this.#disposed = true;
    this.#engine?.dispose();
    this.#engine = undefined;
  }
}
