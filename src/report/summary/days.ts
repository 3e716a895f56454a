// The first and the last day on which photos were taken.
import type { PhotoReport, Spread } from '../../types/report.js';

export class Days {
  #first: string | null = null;
  #last: string | null = null;

  add({ takenAt }: PhotoReport): void {
    if (takenAt === null) return;
    const day = takenAt.slice(0, 10);
    if (this.#first === null || day < this.#first) this.#first = day;
    if (this.#last === null || day > this.#last) this.#last = day;
  }

  spread(): Spread | null {
    return this.#first === null || this.#last === null ? null : { kind: 'days', first: this.#first, last: this.#last };
  }
}
