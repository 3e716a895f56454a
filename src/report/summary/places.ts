// Counts the places where photos were taken, as cells of a tenth of a degree. The earth has six
// million; a life has some hundred.
import { coarseDegrees } from '../../metadata/coarse-degrees.js';
import type { PhotoReport, Spread } from '../../types/report.js';
import { Tally } from './counter.js';

export class Places {
  readonly #squares = new Tally();

  add(photo: PhotoReport): void {
    const square = squareOf(photo);
    if (square !== null) this.#squares.add(square);
  }

  get count(): number {
    return this.#squares.size;
  }

  spread(): Spread | null {
    const [first] = this.#squares.ranked();
    if (first === undefined) return null;
    const [latitude, longitude] = first[0].split(' ').map(Number) as [number, number];
    return { kind: 'places', places: this.count, largestPlace: { latitude, longitude, photos: first[1] } };
  }
}

function squareOf({ findings }: PhotoReport): string | null {
  for (const { rule, evidence } of findings) {
    const { latitude, longitude } = evidence;
    if (rule === 'metadata/location' && typeof latitude === 'number' && typeof longitude === 'number') {
      return `${coarseDegrees(latitude)} ${coarseDegrees(longitude)}`;
    }
  }
  return null;
}
