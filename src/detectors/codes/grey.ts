// Grey pictures and the changes that make a code readable: even light, another size, bent. They make new pixels and never change their input.
import type { Sharp } from 'sharp';
import type { Pixels } from '../../image/raster.js';
import { loadSharp } from '../../image/sharp.js';
import type { Region } from '../../types/detection.js';
import type { Point } from '../../types/raster.js';

/** One byte a pixel, row by row. */
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

/** `factor` above 0; the picture keeps at least one pixel a side. */
export function scale(grey: Grey, factor: number): Promise<Grey> {
  const width = Math.max(1, Math.round(grey.width * factor));
  const height = Math.max(1, Math.round(grey.height * factor));
  return run(grey, (picture) => picture.resize(width, height, { fit: 'fill', kernel: 'cubic' }));
}

/** Grey levels to one standard deviation of the surroundings, and the least deviation: noise on an even wall stays grey. */
const LEVELS_PER_DEVIATION = 60;
const MIN_DEVIATION = 8;

/** The same light everywhere: each pixel by the mean and the deviation of the square of 2 * radius + 1 pixels around it. Shine and shade go. */
export function evenLight({ data, width, height }: Grey, radius: number): Grey {
  const even = new Uint8Array(data.length);
  // Sums of the columns over the rows around y; rows enter below and leave above.
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

/** One row from `at` on; `rows` are summed in each column. */
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

/** Bent along x and y as paper on a bottle or cloth on a chest is: the middle moves by these shares of the picture's sides, the edges stay. */
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

/** What lies beyond the edge of a rotated picture: neither dark nor light, so that no code is read out of it. */
const BEYOND = 128;

/** Rotated about its middle by `angle` (radians, clockwise), so much larger that no corner is lost. */
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

/** Where a point of a picture of size `from` comes to lie in one of size `to` that shows it rotated by `angle` (radians, clockwise) about the middle. */
export function rotatePoint({ x, y }: Point, from: Size, to: Size, angle: number): Point {
  const right = x - from.width / 2;
  const down = y - from.height / 2;
  return {
    x: to.width / 2 + right * Math.cos(angle) - down * Math.sin(angle),
    y: to.height / 2 + right * Math.sin(angle) + down * Math.cos(angle),
  };
}

/** The four pixels around a place between them, by their nearness. */
function between(data: Uint8Array, width: number, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const at = top * width + left;
  const upper = data[at]! * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper + (lower - upper) * (y - top);
}
