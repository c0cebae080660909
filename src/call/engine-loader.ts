import {once} from '../util/once.js';
import type {CallEngine} from './call-engine.js';

/** Fetches the engine once, when it is first needed; again when that failed. */
export class EngineLoader {
  readonly #fetch: () => Promise<CallEngine | undefined>;
  #engine: CallEngine | undefined;
  #disposed = false;

  constructor(fetch: () => Promise<CallEngine>) {
    this.#fetch = once(async () => {
      const engine = await fetch();
      if (!this.#disposed) return (this.#engine = engine);
      engine.dispose();
      return undefined;
    });
  }

  /** The engine, if it is here. */
  get engine(): CallEngine | undefined {
    return this.#engine;
  }

  /** Undefined once it is no longer wanted; rejects when it cannot be fetched. */
  async load(): Promise<CallEngine | undefined> {
    return this.#disposed ? undefined : this.#fetch();
  }

  /** What arrives later is let go at once. */
  dispose(): void {
    this.#disposed = true;
    this.#engine?.dispose();
    this.#engine = undefined;
  }
}
