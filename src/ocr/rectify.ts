// Rectifies a document that was photographed rotated or at an angle, so that its lines can be
// detected and read again.
import type { Pixels } from '../image/raster.js';
import type { Point } from '../types/raster.js';
import type { Quadrilateral } from './quadrilateral.js';

/** Bytes per pixel. */
const CHANNELS = 3;

/** Maps points of the rectified document to points of the original picture. */
export type Projection = (point: Point) => Point;

/** Width and height in pixels of the picture: the means of opposite sides. */
export function sizeOf([a, b, c, d]: Quadrilateral): { readonly width: number; readonly height: number } {
  const length = (from: Point, to: Point) => Math.hypot(to.x - from.x, to.y - from.y);
  return { width: (length(a, b) + length(d, c)) / 2, height: (length(a, d) + length(b, c)) / 2 };
}

/**
 * The projection of a rectangle of this size, with a corner at 0, 0, onto the corners. The four
 * corners determine it: a projection keeps straight lines straight, and its eight numbers follow
 * from four pairs of points. The equations are solved for the rectangle, where most terms vanish.
 */
export function projectionOnto([a, b, c, d]: Quadrilateral, width: number, height: number): Projection {
  // Without perspective, opposite sides are parallel and `rest` is 0. Otherwise it is the offset of
  // the last corner that perspective causes.
  const rest = { x: a.x - b.x + c.x - d.x, y: a.y - b.y + c.y - d.y };
  const across = { x: b.x - c.x, y: b.y - c.y };
  const down = { x: d.x - c.x, y: d.y - c.y };
  const determinant = across.x * down.y - down.x * across.y;
  const g = (rest.x * down.y - down.x * rest.y) / determinant;
  const h = (across.x * rest.y - rest.x * across.y) / determinant;
  return ({ x, y }) => {
    const [u, v] = [x / width, y / height];
    const depth = 1 + g * u + h * v;
    return {
      x: (a.x + u * (b.x * (1 + g) - a.x) + v * (d.x * (1 + h) - a.x)) / depth,
      y: (a.y + u * (b.y * (1 + g) - a.y) + v * (d.y * (1 + h) - a.y)) / depth,
    };
  };
}

/** The picture seen through the projection, at width x height pixels. Black outside the picture. */
export function warp(picture: Pixels, projection: Projection, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = projection({ x: x + 0.5, y: y + 0.5 });
      blend(picture, from.x - 0.5, from.y - 0.5, data, (y * width + x) * CHANNELS);
    }
  }
  return { data, width, height };
}

/** Writes the bilinear sample at (x, y), in pixel centres, to `into`. */
function blend({ data, width, height }: Pixels, x: number, y: number, into: Uint8Array, at: number): void {
  if (x < 0 || y < 0 || x > width - 1 || y > height - 1) return;
  const left = Math.max(0, Math.min(Math.floor(x), width - 2));
  const top = Math.max(0, Math.min(Math.floor(y), height - 2));
  const [toRight, toBottom] = [x - left, y - top];
  const first = (top * width + left) * CHANNELS;
  const below = first + width * CHANNELS;
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const upper = data[first + channel]! * (1 - toRight) + data[first + CHANNELS + channel]! * toRight;
    const lower = data[below + channel]! * (1 - toRight) + data[below + CHANNELS + channel]! * toRight;
    into[at + channel] = Math.round(upper * (1 - toBottom) + lower * toBottom);
  }
}
