// Work that goes on at the same time, in the order of finishing.

export class InFlight<T> {
  readonly #open = new Set<Promise<T>>();
  readonly #settled: T[] = [];

  add(promise: Promise<T>): void {
    this.#open.add(promise);
    const settle = (value: T) => {
      this.#open.delete(promise);
      this.#settled.push(value);
    };
    // A rejection is thrown by the race below; here it must only not count as unhandled.
    promise.then(settle, () => {});
  }

  /** Yields what has finished, waiting until at most `limit` are still open. Throws what one of them throws. */
  async *untilAtMost(limit: number): AsyncGenerator<T> {
    while (this.#open.size > limit) {
      await Promise.race(this.#open);
      yield* this.#settled.splice(0);
    }
    yield* this.#settled.splice(0);
  }
}
