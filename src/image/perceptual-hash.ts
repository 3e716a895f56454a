// A hash that stays nearly the same where a picture is saved again, made smaller, or edited a
// little: the signs of its low frequencies.
import type { Pixels } from './raster.js';

/** Side of the grey picture from which the frequencies are computed. */
const SIDE = 32;
/** Frequencies from 1 to this one in each direction; the mean brightness (0) is left out. */
const FREQUENCIES = 8;
/** At most so many pixels are read in each direction of one of the 32 x 32 cells. */
const MAX_SAMPLES = 8;
/** Grey levels: standard deviation below which a picture is plain and its frequencies are noise. */
const MIN_CONTRAST = 6;
/** Values of a cosine for each frequency and position. */
const COSINES = Array.from({ length: FREQUENCIES }, (_, frequency) =>
  Float64Array.from({ length: SIDE }, (_, at) => Math.cos((Math.PI / SIDE) * (at + 0.5) * (frequency + 1))),
);

/**
 * 64 bits as 16 hexadecimal digits; null for a picture that is nearly plain.
 * @param pixels upright RGB
 */
export function perceptualHash(pixels: Pixels): string | null {
  const grey = shrinkToGrey(pixels);
  if (deviation(grey) < MIN_CONTRAST) return null;
  const values = frequenciesOf(grey);
  const sorted = Float64Array.from(values).sort();
  const median = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2;
  let digits = '';
  for (let at = 0; at < values.length; at += 4) {
    const bits = [0, 1, 2, 3].map((bit) => ((values[at + bit] ?? 0) > median ? 8 >> bit : 0));
    digits += bits.reduce((sum, bit) => sum + bit, 0).toString(16);
  }
  return digits;
}

/** The mean brightness of each cell, of pixels spread evenly over it. */
function shrinkToGrey({ data, width, height }: Pixels): Float64Array {
  const grey = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    const ys = samples(row, height);
    for (let column = 0; column < SIDE; column++) {
      const xs = samples(column, width);
      let sum = 0;
      for (const y of ys) {
        for (const x of xs) {
          const at = (y * width + x) * 3;
          sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
        }
      }
      grey[row * SIDE + column] = sum / (xs.length * ys.length);
    }
  }
  return grey;
}

/** Positions in one of the 32 parts of a length; at least one. */
function samples(part: number, length: number): number[] {
  const [start, end] = [(part * length) / SIDE, ((part + 1) * length) / SIDE];
  const count = Math.max(1, Math.min(MAX_SAMPLES, Math.floor(end - start)));
  const step = (end - start) / count;
  return Array.from({ length: count }, (_, at) => Math.min(length - 1, Math.floor(start + (at + 0.5) * step)));
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Two-dimensional discrete cosine transform, of the low frequencies only. */
function frequenciesOf(grey: Float64Array): Float64Array {
  const rows = new Float64Array(SIDE * FREQUENCIES);
  for (let y = 0; y < SIDE; y++) {
    COSINES.forEach((cosines, u) => {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (grey[y * SIDE + x] ?? 0) * (cosines[x] ?? 0);
      rows[y * FREQUENCIES + u] = sum;
    });
  }
  const values = new Float64Array(FREQUENCIES * FREQUENCIES);
  COSINES.forEach((cosines, v) => {
    for (let u = 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (rows[y * FREQUENCIES + u] ?? 0) * (cosines[y] ?? 0);
      values[v * FREQUENCIES + u] = sum;
    }
  });
  return values;
}
