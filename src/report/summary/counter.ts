// Counts by name.
import { compareText } from './top-n.js';

export class Tally<K extends string = string> {
  readonly #counts = new Map<K, number>();

  add(name: K, amount = 1): void {
    this.#counts.set(name, this.of(name) + amount);
  }

  of(name: K): number {
    return this.#counts.get(name) ?? 0;
  }

  get size(): number {
    return this.#counts.size;
  }

  /** Most frequent first, then by name. */
  ranked(): readonly (readonly [K, number])[] {
    return [...this.#counts].sort(([a, countA], [b, countB]) => countB - countA || compareText(a, b));
  }

  /** A count for each of `names`, including zeros, in their order. */
  record<N extends K>(names: readonly N[]): Record<N, number> {
    return Object.fromEntries(names.map((name) => [name, this.of(name)])) as Record<N, number>;
  }
}
