// Counts what was decided before this run: accepted findings, and those of the baseline.
import type { DecidedOverview, PhotoReport } from '../../types/report.js';

export class DecidedCount {
  readonly #accepted = { findings: 0, photos: 0 };
  readonly #known = { findings: 0, photos: 0 };

  add({ findings }: Pick<PhotoReport, 'findings'>): void {
    count(this.#accepted, findings.filter(({ accepted }) => accepted !== null).length);
    // An accepted finding is counted once.
    count(this.#known, findings.filter(({ accepted, known }) => accepted === null && known === true).length);
  }

  overview(): DecidedOverview {
    return { accepted: { ...this.#accepted }, known: { ...this.#known } };
  }
}

function count(numbers: { findings: number; photos: number }, findings: number): void {
  numbers.findings += findings;
  if (findings > 0) numbers.photos++;
}
