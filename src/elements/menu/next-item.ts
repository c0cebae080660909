/** Where a key leads in a menu of `labels`, from line `current` (-1 for none); undefined for keys that lead nowhere. */
export const nextItem = (key: string, current: number, count: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current <= 0 ? count : current) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
};

/** Milliseconds within which letters make one word. */
const PAUSE = 700;

/** Finds lines by the letters that they begin with; the same letter again goes to the next one. */
export class TypeAhead {
  #word = '';
  #last = -Infinity;

  /** The line that is meant, undefined for none; `now` is the event's own time. */
  find(letter: string, now: number, labels: readonly string[], current: number): number | undefined {
    const began = now - this.#last > PAUSE ? '' : this.#word;
    this.#last = now;
    this.#word = began + fold(letter);
    const isRepeat = [...this.#word].every((one) => one === this.#word[0]);
    const word = isRepeat ? fold(letter) : this.#word;
    // One letter leads on from here; more of them may still mean the line that the first ones led to.
    const from = word.length > 1 ? Math.max(current, 0) : current + 1;
    const order = labels.map((_, index) => (from + index) % labels.length);
    return order.find((index) => fold(labels[index] ?? '').startsWith(word));
  }

  /** True while a word is being typed, of which a space may be part. */
  isTyping(now: number): boolean {
    return now - this.#last <= PAUSE;
  }
}

/** Without regard to capitals and accents. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase();
