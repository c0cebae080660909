import {RecentMap} from '../recent-map.js';

const pairOf = (user: string, call: string): string => `${call}\n${user}`;

/** The calls that one user has to do with, on all of their connections. */
export class KnownCalls {
  /** Each with whom the user may write to about it: they began it with permission, or were written to. */
  readonly #known = new RecentMap<true>(256);
  readonly #counted = new RecentMap<Promise<boolean>>(64);

  add(user: string, call: string): void {
    this.#known.set(pairOf(user, call), true);
  }

  has(user: string, call: string): boolean {
    const isKnown = this.#known.get(pairOf(user, call)) ?? false;
    // What goes on is not what is forgotten first.
    if (isKnown) this.add(user, call);
    return isKnown;
  }

  /** A ring is repeated while it lasts: only the first counts, until one is too many. */
  async isWithin(user: string, call: string, count: () => Promise<boolean>): Promise<boolean> {
    const pair = pairOf(user, call);
    const verdict = this.#counted.get(pair) ?? count();
    this.#counted.set(pair, verdict);
    const isGranted = await verdict;
    if (!isGranted) this.#counted.delete(pair);
    return isGranted;
  }
}
