// Keeps the first n items of a sorted order, whatever the order of arrival, without holding the
// rest.

export class FirstFew<T> {
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[] = [];

  /**
   * @param compare must never return 0 for two different items, else the order of arrival would
   * show
   */
  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  add(item: T): void {
    const place = this.#items.findIndex((other) => this.#compare(item, other) < 0);
    this.#items.splice(place < 0 ? this.#items.length : place, 0, item);
    if (this.#items.length > this.#limit) this.#items.pop();
  }

  take(count: number): readonly T[] {
    return this.#items.slice(0, count);
  }
}

/** Compares UTF-16 code units: the same result on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
