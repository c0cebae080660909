import type {Log} from './log.js';

interface Closable {
  close(): unknown;
}

/** What was opened, to be closed the other way round; one that cannot be closed keeps no other open. */
export class Opened {
  readonly #parts: Closable[] = [];

  constructor(readonly log: Log) {}

  add<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.#parts.splice(0).reverse()) {
      try {
        await part.close();
      } catch (error) {
        this.log.error({code: 'close-failed', error}, 'A part of the server could not be closed.');
      }
    }
  }
}
