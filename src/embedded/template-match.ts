// Searches for a smaller grey image at every position of a larger one.
import { type GreyImage, SPREAD_OF_NOISE } from './grey-image.js';
import { summedAreas, sumOf } from './integral-image.js';

export interface TemplateMatch {
  /** Position in pixels of the searched image. */
  readonly x: number;
  readonly y: number;
  /** likeness() of the piece and the part at this position, -1..1. */
  readonly likeness: number;
}

export class TemplateMatcher {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  constructor(readonly image: GreyImage) {
    const { data, width, height } = image;
    this.#sums = summedAreas(data, width, height);
    this.#squares = summedAreas(
      data.map((value) => value ** 2),
      width,
      height,
    );
  }

  /** The position that is most like the piece. The piece is no larger than the searched image. */
  find(piece: GreyImage): TemplateMatch {
    const { width, height } = this.image;
    const { data, spread } = centred(piece);
    let best: TemplateMatch = { x: 0, y: 0, likeness: -1 };
    for (let y = 0; y + piece.height <= height; y++) {
      for (let x = 0; x + piece.width <= width; x++) {
        const both = spread * this.#spreadAt(piece, x, y);
        const likeness = both > SPREAD_OF_NOISE * data.length ? this.#product(data, piece, x, y) / both : 0;
        if (likeness > best.likeness) best = { x, y, likeness };
      }
    }
    return best;
  }

  /** Square root of the sum of squared deviations from the mean. */
  #spreadAt({ width, height }: GreyImage, x: number, y: number): number {
    const sum = sumOf(this.#sums, this.image.width, x, y, x + width, y + height);
    const squares = sumOf(this.#squares, this.image.width, x, y, x + width, y + height);
    return Math.sqrt(Math.max(0, squares - sum ** 2 / (width * height)));
  }

  #product(piece: Float32Array, { width, height }: GreyImage, left: number, top: number): number {
    const pixels = this.image.data;
    let sum = 0;
    for (let y = 0, at = 0; y < height; y++) {
      const start = (top + y) * this.image.width + left;
      for (let x = 0; x < width; x++, at++) sum += piece[at]! * pixels[start + x]!;
    }
    return sum;
  }
}

/**
 * The values minus their mean, so that the mean of the other image drops out of a sum of products.
 */
function centred({ data }: GreyImage): { data: Float32Array; spread: number } {
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const around = data.map((value) => value - mean);
  return { data: around, spread: Math.sqrt(around.reduce((sum, value) => sum + value ** 2, 0)) };
}
