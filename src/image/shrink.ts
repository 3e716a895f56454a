// Shrinks a large decoded picture inside the decoder's memory: a copy at full size would cost more.

/** RGBA rows as a decoder holds them. */
export interface Rows {
  /** Starts at a multiple of four bytes; `stride` is one, too. */
  readonly data: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
}

/** First and third, or second and fourth, channel of a pixel that is read as one number. */
const TWO_CHANNELS = 0x00ff00ff;

/**
 * Two sums share the 32 bits of one number, so that a pixel takes two additions instead of four.
 * Sums of up to 16 x 16 values of 255 fit.
 */
export const MAX_DIVISOR = 16;

/**
 * The mean of each block of `divisor` x `divisor` pixels. Blocks at the right and bottom edges may
 * be smaller.
 * @param divisor 1 to MAX_DIVISOR
 */
export function shrinkRows({ data, width, height, stride }: Rows, divisor: number): Omit<Rows, 'stride'> {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2);
  const [columns, rows] = [Math.ceil(width / divisor), Math.ceil(height / divisor)];
  const means = new Uint32Array(columns * rows);
  const [even, odd] = [new Uint32Array(columns), new Uint32Array(columns)];
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [row * divisor, Math.min(height, (row + 1) * divisor)];
    even.fill(0);
    odd.fill(0);
    for (let y = top; y < bottom; y++) addRow(even, odd, pixels, (y * stride) >> 2, width, divisor);
    for (let column = 0; column < columns; column++) {
      const count = (bottom - top) * Math.min(divisor, width - column * divisor);
      means[row * columns + column] = meanOfTwo(even[column]!, count) | (meanOfTwo(odd[column]!, count) << 8);
    }
  }
  return { data: new Uint8Array(means.buffer), width: columns, height: rows };
}

/** Adds up the pixels of one row block by block. */
function addRow(
  even: Uint32Array,
  odd: Uint32Array,
  pixels: Uint32Array,
  start: number,
  width: number,
  divisor: number,
): void {
  const end = start + width;
  let from = start;
  for (let column = 0; column < even.length; column++) {
    const blockEnd = Math.min(end, from + divisor);
    let evenSum = 0;
    let oddSum = 0;
    for (; from < blockEnd; from++) {
      const pixel = pixels[from]!;
      evenSum += pixel & TWO_CHANNELS;
      oddSum += (pixel >>> 8) & TWO_CHANNELS;
    }
    even[column]! += evenSum;
    odd[column]! += oddSum;
  }
}

function meanOfTwo(sums: number, count: number): number {
  return Math.round((sums & 0xffff) / count) | (Math.round((sums >>> 16) / count) << 16);
}
