/** Remembers the latest few of what it is told. */
export class RecentSet {
  readonly #values = new Set<string>();

  constructor(readonly most: number) {}

  add(value: string): void {
    this.#values.delete(value);
    this.#values.add(value);
    const [oldest] = this.#values;
    if (oldest !== undefined && this.#values.size > this.most) this.#values.delete(oldest);
  }

  has(value: string): boolean {
    return this.#values.has(value);
  }
}
