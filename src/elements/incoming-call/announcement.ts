import type {Ring} from './rings-of.js';

/** What is said aloud of the newest ring: once, the same whatever changes meanwhile, and gone when that ring is over. */
export class Announcement {
  #said = new Set<string | undefined>();
  #of: string | undefined;
  #text = '';

  get text(): string {
    return this.#text;
  }

  /** Takes in what rings now; `say` puts it into words. */
  follow(rings: readonly Ring[], say: (ring: Ring) => string): void {
    const ids = rings.map(({callId}) => callId);
    const news = rings.findLast(({callId}) => !this.#said.has(callId));
    this.#said = new Set(ids);
    if (news) {
      this.#of = news.callId;
      this.#text = say(news);
    } else if (!ids.includes(this.#of)) {
      this.#text = '';
    }
  }
}
