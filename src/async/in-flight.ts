// Promises that run at the same time; their results come in the order of finishing.

export class InFlight<T> {
  readonly #open = new Set<Promise<T>>();
  readonly #settled: T[] = [];

  add(promise: Promise<T>): void {
    this.#open.add(promise);
    const settle = (value: T) => {
      this.#open.delete(promise);
      this.#settled.push(value);
    };
    // The race below throws a rejection. This handler only keeps it from counting as unhandled.
    promise.then(settle, () => {});
  }

  /**
   * Yields the results so far, and waits until at most `limit` promises are still pending.
   * @throws the error of any of the promises
   */
  async *untilAtMost(limit: number): AsyncGenerator<T> {
    while (this.#open.size > limit) {
      await Promise.race(this.#open);
      yield* this.#settled.splice(0);
    }
    yield* this.#settled.splice(0);
  }
}
