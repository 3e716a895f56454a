// Helpers for decoded pictures: resize, crop, rotate, mirror and paste. All but pasteInto return
// new pixels and never change their input.
import type { Raster } from '../types/raster.js';
import { loadSharp } from './sharp.js';

/** RGB bytes, row by row, without their position in a photo. */
export type Pixels = Pick<Raster, 'data' | 'width' | 'height'>;

/** Rotations by 90 degrees clockwise. */
export type Turns = 0 | 1 | 2 | 3;

const CHANNELS = 3;

/** The same picture at width x height pixels (at least 1); the aspect ratio is not kept. */
export async function resize(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  if (width === pixels.width && height === pixels.height) return pixels;
  const sharp = await loadSharp();
  const { data } = await sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: CHANNELS },
    limitInputPixels: false,
  })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
}

/** A black picture. */
export function blank(width: number, height: number): Pixels {
  return { data: new Uint8Array(width * height * CHANNELS), width, height };
}

/**
 * The part at left, top (pixels, may be negative) of the given size. Black where it reaches beyond
 * the picture.
 */
export function crop(pixels: Pixels, left: number, top: number, width: number, height: number): Pixels {
  const part = blank(width, height);
  pasteInto(part, pixels, -left, -top);
  return part;
}

/** Rotated clockwise, `turns` times by 90 degrees. */
export function rotate90(pixels: Pixels, turns: Turns): Pixels {
  const { width, height } = pixels;
  const row = width * CHANNELS;
  if (turns === 0) return pixels;
  if (turns === 1) return rearrange(pixels, blank(height, width), (height - 1) * row, -row, CHANNELS);
  if (turns === 2) return rearrange(pixels, blank(width, height), height * row - CHANNELS, -CHANNELS, -row);
  return rearrange(pixels, blank(height, width), row - CHANNELS, row, -CHANNELS);
}

/** Mirrors left and right. */
export function mirror(pixels: Pixels): Pixels {
  const row = pixels.width * CHANNELS;
  return rearrange(pixels, blank(pixels.width, pixels.height), row - CHANNELS, -CHANNELS, row);
}

/**
 * Fills `into` row by row from the bytes of `pixels`, beginning at `first`. `across` is the step in
 * bytes from one pixel of a row to the next, `down` from one row to the next.
 */
function rearrange({ data }: Pixels, into: Pixels, first: number, across: number, down: number): Pixels {
  let to = 0;
  for (let y = 0; y < into.height; y++) {
    let from = first + y * down;
    for (let x = 0; x < into.width; x++, from += across) {
      into.data[to++] = data[from]!;
      into.data[to++] = data[from + 1]!;
      into.data[to++] = data[from + 2]!;
    }
  }
  return into;
}

/**
 * Pastes `top` over `base` at x, y (pixels, may be negative), in place. What reaches beyond the
 * base is cut off.
 */
export function pasteInto(base: Pixels, top: Pixels, x: number, y: number): void {
  const fromX = Math.max(0, -x);
  const columns = Math.min(top.width, base.width - x) - fromX;
  if (columns <= 0) return;
  for (let row = Math.max(0, -y); row < Math.min(top.height, base.height - y); row++) {
    const from = (row * top.width + fromX) * CHANNELS;
    base.data.set(top.data.subarray(from, from + columns * CHANNELS), ((row + y) * base.width + fromX + x) * CHANNELS);
  }
}
