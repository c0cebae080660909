/** Lets rows of a list be told apart while they are changed, moved and read anew: data has no identity of its own. */
export class RowKeys<T extends object> {
  readonly #nameOf: (row: T) => string;
  readonly #keys = new WeakMap<T, number>();
  #shown: readonly T[] = [];
  #last = 0;

  /** `nameOf` says by what a row is known again that comes from the server. */
  constructor(nameOf: (row: T) => string) {
    this.#nameOf = nameOf;
  }

  /** To be told of all that is shown: a row that was saved, or read again, is still the same one. */
  follow(rows: readonly T[]): void {
    const taken = new Set(rows.map((row) => this.#keys.get(row)));
    for (const row of rows.filter((one) => !this.#keys.has(one))) {
      const before = this.#shown.find((one) => !taken.has(this.of(one)) && this.#nameOf(one) === this.#nameOf(row));
      if (before) this.#keys.set(row, this.of(before));
      taken.add(this.of(row));
    }
    this.#shown = rows;
  }

  of(row: T): number {
    const known = this.#keys.get(row);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#keys.set(row, this.#last);
    return this.#last;
  }

  /** The same row with other contents. */
  changed(row: T, next: T): T {
    this.#keys.set(next, this.of(row));
    return next;
  }
}

/** The list with the row at `index` moved by `step`. */
export const movedBy = <T>(list: readonly T[], index: number, step: number): readonly T[] => {
  const [row] = list.slice(index, index + 1);
  if (row === undefined || index + step < 0 || index + step >= list.length) return list;
  const rest = list.filter((_, place) => place !== index);
  return [...rest.slice(0, index + step), row, ...rest.slice(index + step)];
};
