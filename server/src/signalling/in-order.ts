/** Verdicts that a connection may wait for at a time; only a portal that decides slowly ever lets it wait. */
const MOST_WAITING = 128;

/** Lets each thing wait for its own verdict, and none overtake another. */
export class InOrder {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;

  /** False if too many wait already. */
  add<Verdict>(verdict: Promise<Verdict>, act: (verdict: Verdict) => void, failed: (error: unknown) => void): boolean {
    if (this.#waiting >= MOST_WAITING) return false;
    this.#waiting += 1;
    this.#last = Promise.all([verdict, this.#last])
      .then(([value]) => act(value))
      .catch(failed)
      .finally(() => (this.#waiting -= 1));
    return true;
  }
}
