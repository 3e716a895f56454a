// Pure helpers on decoded pictures: resize, crop, turn, mirror and paste. They make new pixels and never change their input.
import sharp from 'sharp';
import type { Raster } from '../types/photo.js';

/** RGB bytes, row by row, without saying which part of a photo they show. */
export type Pixels = Pick<Raster, 'data' | 'width' | 'height'>;

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

const CHANNELS = 3;

/** The same picture at width x height pixels (at least 1); the aspect ratio is not kept. */
export async function resize(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  if (width === pixels.width && height === pixels.height) return pixels;
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

/** The part at left, top (pixels, may be negative) of the given size; black where it reaches beyond the picture. */
export function crop(pixels: Pixels, left: number, top: number, width: number, height: number): Pixels {
  const part = blank(width, height);
  pasteInto(part, pixels, -left, -top);
  return part;
}

/** `base` with `top` laid over it at x, y (pixels, may be negative); what reaches beyond the base is cut off. */
export function paste(base: Pixels, top: Pixels, x: number, y: number): Pixels {
  const result = { ...base, data: base.data.slice() };
  pasteInto(result, top, x, y);
  return result;
}

/** Turned clockwise by quarter turns. */
export function rotate90(pixels: Pixels, turns: Turns): Pixels {
  if (turns === 0) return pixels;
  const { data, width, height } = pixels;
  const result = turns === 2 ? blank(width, height) : blank(height, width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const toX = turns === 1 ? height - 1 - y : turns === 2 ? width - 1 - x : y;
      const toY = turns === 1 ? x : turns === 2 ? height - 1 - y : width - 1 - x;
      copyPixel(data, y * width + x, result.data, toY * result.width + toX);
    }
  }
  return result;
}

/** Left and right exchanged. */
export function mirror(pixels: Pixels): Pixels {
  const { data, width, height } = pixels;
  const result = blank(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) copyPixel(data, y * width + x, result.data, y * width + (width - 1 - x));
  }
  return result;
}

function pasteInto(base: Pixels, top: Pixels, x: number, y: number): void {
  const fromX = Math.max(0, -x);
  const columns = Math.min(top.width, base.width - x) - fromX;
  if (columns <= 0) return;
  for (let row = Math.max(0, -y); row < Math.min(top.height, base.height - y); row++) {
    const from = (row * top.width + fromX) * CHANNELS;
    base.data.set(top.data.subarray(from, from + columns * CHANNELS), ((row + y) * base.width + fromX + x) * CHANNELS);
  }
}

function copyPixel(from: Uint8Array, fromIndex: number, to: Uint8Array, toIndex: number): void {
  for (let channel = 0; channel < CHANNELS; channel++) {
    to[toIndex * CHANNELS + channel] = from[fromIndex * CHANNELS + channel]!;
  }
}
