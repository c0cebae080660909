import {EventEmitter, once} from 'node:events';

/** Collects what arrives, and says when there is enough of it. */
export class Inbox<Item> {
  readonly items: Item[] = [];
  readonly #news = new EventEmitter();
  #isOver = false;

  readonly add = (item: Item): void => {
    this.items.push(item);
    this.#news.emit('item');
  };

  /** Nothing more comes: who waits for something is told so, instead of waiting for ever. */
  readonly end = (): void => {
    this.#isOver = true;
    this.#news.emit('item');
  };

  async #more(): Promise<void> {
    if (this.#isOver) throw new Error('What is waited for can no longer come.');
    await once(this.#news, 'item');
  }

  /** Settles with the first item that passes, now or later. */
  async find(passes: (item: Item) => boolean): Promise<Item> {
    for (;;) {
      const found = this.items.find(passes);
      if (found !== undefined) return found;
      await this.#more();
    }
  }

  async atLeast(count: number): Promise<readonly Item[]> {
    while (this.items.length < count) await this.#more();
    return this.items;
  }
}
