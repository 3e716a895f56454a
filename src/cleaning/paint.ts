// Paints rectangles into the samples of an uncompressed picture, so that its depth, its channels
// and its other pixels stay as they are.
import { CleanError } from '../formats/clean-copy.js';
import { firstDirectory, openTiff, readDirectory } from '../formats/tiff/directories.js';
import type { Region } from '../types/detection.js';

const [WIDTH, HEIGHT, BITS, STARTS, SAMPLES, ROWS, PLANAR] = [0x100, 0x101, 0x102, 0x111, 0x115, 0x116, 0x11c];
const EXTRA_SAMPLES = 0x152;

const MAX_STRIPS = 1_000_000;

/**
 * Black and opaque, in place.
 * @param tiff as sharp writes it without compression: samples of whole bytes, next to each other
 * @param boxes inside of the picture
 */
export function paintBlack(tiff: Buffer, boxes: readonly Region[]): void {
  const block = openTiff(tiff);
  if (!block) throw new CleanError('not-encodable');
  const { fields } = readDirectory(block, firstDirectory(block));
  const numbers = (tag: number) => fields.find((field) => field.tag === tag)?.numbers(MAX_STRIPS) ?? [];
  const [width = 0, height = 0] = [...numbers(WIDTH), ...numbers(HEIGHT)];
  const [[samples = 1], [bits = 8], [rows = height]] = [numbers(SAMPLES), numbers(BITS), numbers(ROWS)];
  const starts = numbers(STARTS);
  if (bits % 8 !== 0 || starts.length === 0 || (numbers(PLANAR)[0] ?? 1) !== 1) throw new CleanError('not-encodable');
  const sampleBytes = bits / 8;
  const pixel = Buffer.alloc(samples * sampleBytes);
  // Transparency is the last sample; there, the highest number is opaque.
  if (numbers(EXTRA_SAMPLES).length > 0) pixel.fill(0xff, (samples - 1) * sampleBytes);
  for (const box of boxes) {
    for (let y = box.top; y < box.top + box.height; y++) {
      const start = starts[Math.floor(y / rows)];
      if (start === undefined || y >= height) throw new CleanError('not-encodable');
      const at = start + ((y % rows) * width + box.left) * pixel.length;
      tiff.fill(pixel, at, at + box.width * pixel.length);
    }
  }
}
