import {EventEmitter, once} from 'node:events';

/** Collects what arrives, and says when there is enough of it. */
export class Inbox<Item> {
  readonly items: Item[] = [];
  readonly #news = new EventEmitter();

  readonly add = (item: Item): void => {
    this.items.push(item);
    this.#news.emit('item');
  };

  /** Settles with the first item that passes, now or later. */
  async find(passes: (item: Item) => boolean): Promise<Item> {
    for (;;) {
      const found = this.items.find(passes);
      if (found !== undefined) return found;
      await once(this.#news, 'item');
    }
  }

  async atLeast(count: number): Promise<readonly Item[]> {
    while (this.items.length < count) await once(this.#news, 'item');
    return this.items;
  }
}
