// Grey pictures and the operations that make a code readable: even lighting, scaling, bending,
// rotation. Each operation returns a new picture and leaves its input unchanged.
import type { Sharp } from 'sharp';
import type { Pixels } from '../../image/raster.js';
import { loadSharp } from '../../image/sharp.js';
import type { Region } from '../../types/detection.js';
import type { Point } from '../../types/raster.js';

/** One byte per pixel, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luma of ITU-R BT.601, in 256ths. */
export function toGrey({ data, width, height }: Pixels): Grey {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    grey[at] = (77 * data[from]! + 150 * data[from + 1]! + 29 * data[from + 2]!) >> 8;
  }
  return { data: grey, width, height };
}

/** The part of a picture that a box covers. */
export function cropGrey({ data, width, height }: Grey, box: Region): Grey & { readonly box: Region } {
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const columns = Math.min(width, box.left + box.width) - left;
  const rows = Math.min(height, box.top + box.height) - top;
  const part = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * width + left;
    part.set(data.subarray(from, from + columns), row * columns);
  }
  return { data: part, width: columns, height: rows, box: { left, top, width: columns, height: rows } };
}

async function run({ data, width, height }: Grey, change: (picture: Sharp) => Sharp): Promise<Grey> {
  const sharp = await loadSharp();
  const picture = sharp(data, { raw: { width, height, channels: 1 }, limitInputPixels: false });
  const { data: pixels, info } = await change(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  return {
    data: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength),
    width: info.width,
    height: info.height,
  };
}

/** `factor` is above 0. The picture keeps at least one pixel per side. */
export function scale(grey: Grey, factor: number): Promise<Grey> {
  const width = Math.max(1, Math.round(grey.width * factor));
  const height = Math.max(1, Math.round(grey.height * factor));
  return run(grey, (picture) => picture.resize(width, height, { fit: 'fill', kernel: 'cubic' }));
}

/** Each pixel is the mean of those up to `reach` rows above and below. */
export function meanOfRows({ data, width, height }: Grey, reach: number): Grey {
  const mean = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height - 1, y + reach)];
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = top; row <= bottom; row++) sum += data[row * width + x]!;
      mean[y * width + x] = sum / (bottom - top + 1);
    }
  }
  return { data: mean, width, height };
}

/** The negative at half the size, for symbols that are light on dark. */
export function halfNegative({ data, width, height }: Grey): Grey {
  const [columns, rows] = [width >> 1, height >> 1];
  const negative = new Uint8Array(columns * rows);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0, from = 2 * y * width; x < columns; x++, at++, from += 2) {
      negative[at] = 255 - ((data[from]! + data[from + 1]! + data[from + width]! + data[from + width + 1]!) >> 2);
    }
  }
  return { data: negative, width: columns, height: rows };
}

/**
 * Grey levels per standard deviation of the surroundings, and the smallest deviation used. The
 * minimum keeps noise on an even wall grey.
 */
const LEVELS_PER_DEVIATION = 60;
const MIN_DEVIATION = 8;

/**
 * Normalises the lighting: each pixel is compared with the mean and the deviation of the square of
 * 2 * radius + 1 pixels around it. Highlights and shadows disappear.
 */
export function evenLight({ data, width, height }: Grey, radius: number): Grey {
  const even = new Uint8Array(data.length);
  // Column sums over the rows around y. Rows enter at the bottom and leave at the top.
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  const countRow = (y: number, sign: number) => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      sums[x]! += sign * data[at]!;
      squares[x]! += sign * data[at]! * data[at]!;
    }
  };
  for (let y = 0; y < Math.min(radius, height); y++) countRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) countRow(y + radius, 1);
    if (y - radius > 0) countRow(y - radius - 1, -1);
    evenRow(data, even, y * width, sums, squares, radius, Math.min(height, y + radius + 1) - Math.max(0, y - radius));
  }
  return { data: even, width, height };
}

/** Writes one row, starting at `at`. The column sums cover `rows` rows. */
function evenRow(
  data: Uint8Array,
  even: Uint8Array,
  at: number,
  sums: Float64Array,
  squares: Float64Array,
  radius: number,
  rows: number,
): void {
  const width = sums.length;
  let sum = 0;
  let square = 0;
  let columns = 0;
  for (let x = -radius; x < width; x++) {
    if (x + radius < width) {
      sum += sums[x + radius]!;
      square += squares[x + radius]!;
      columns++;
    }
    if (x - radius > 0) {
      sum -= sums[x - radius - 1]!;
      square -= squares[x - radius - 1]!;
      columns--;
    }
    if (x < 0) continue;
    const mean = sum / (columns * rows);
    const deviation = Math.sqrt(Math.max(0, square / (columns * rows) - mean * mean));
    const level = 128 + ((data[at + x]! - mean) / Math.max(deviation, MIN_DEVIATION)) * LEVELS_PER_DEVIATION;
    even[at + x] = Math.max(0, Math.min(255, level));
  }
}

/**
 * Bends the picture along x and y, like paper on a bottle or cloth on a chest. The middle moves by
 * these shares of the picture's sides; the edges stay.
 */
export function bend({ data, width, height }: Grey, alongX: number, alongY: number): Grey {
  const bent = new Uint8Array(data.length);
  const acrossX = Float64Array.from({ length: width }, (_, x) => Math.sin((Math.PI * x) / width) * alongY * height);
  const acrossY = Float64Array.from({ length: height }, (_, y) => Math.sin((Math.PI * y) / height) * alongX * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = Math.max(0, Math.min(width - 1.001, x + acrossY[y]!));
      const fromY = Math.max(0, Math.min(height - 1.001, y + acrossX[x]!));
      bent[y * width + x] = between(data, width, fromX, fromY);
    }
  }
  return { data: bent, width, height };
}

/**
 * Grey level outside the edges of a rotated picture. Neither dark nor light, so no code is read
 * from it.
 */
const BEYOND = 128;

/**
 * The picture rotated about its middle by `angle` (radians, clockwise). The result is large enough
 * to keep every corner.
 */
export function rotate({ data, width, height }: Grey, angle: number): Grey {
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const size = { width: Math.ceil(width * cos + height * sin), height: Math.ceil(width * sin + height * cos) };
  const rotated = new Uint8Array(size.width * size.height).fill(BEYOND);
  for (let y = 0, at = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++, at++) {
      const from = rotatePoint({ x, y }, size, { width, height }, -angle);
      if (from.x < 0 || from.y < 0 || from.x > width - 1.001 || from.y > height - 1.001) continue;
      rotated[at] = between(data, width, from.x, from.y);
    }
  }
  return { data: rotated, ...size };
}

type Size = Pick<Grey, 'width' | 'height'>;

/**
 * Maps a point of a picture of size `from` to a picture of size `to` that shows it rotated about
 * the middle by `angle` (radians, clockwise).
 */
export function rotatePoint({ x, y }: Point, from: Size, to: Size, angle: number): Point {
  const right = x - from.width / 2;
  const down = y - from.height / 2;
  return {
    x: to.width / 2 + right * Math.cos(angle) - down * Math.sin(angle),
    y: to.height / 2 + right * Math.sin(angle) + down * Math.cos(angle),
  };
}

/** Bilinear interpolation between the four pixels around a point. */
function between(data: Uint8Array, width: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const at = top * width + left;
  const upper = data[at]! * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper + (lower - upper) * (y - top);
}
