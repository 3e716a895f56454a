// Crops one line of text out of a raster, upright and at the recogniser's input size.
import type { Tensor } from '../inference/engine.js';
import type { Raster } from '../types/raster.js';
import { type LineBox, pointInBox } from './line-box.js';

/** Height of the recogniser's input in pixels. */
const LINE_HEIGHT = 48;
/**
 * Widths are rounded up to a multiple of this and padded with middle grey, which the recogniser
 * treats as zero. That keeps the number of different shapes low and cuts no letters.
 */
const WIDTH_STEP = 32;
const PADDING = 127;
/** Minimum width. Shorter lines are padded. */
const MIN_WIDTH = 64;
/** Maximum width, about 120 letters. Longer lines are squeezed. */
const MAX_WIDTH = 2400;
/** Maximum samples per output pixel and axis when a large line is scaled down. */
const MAX_SAMPLES = 4;

/** The content of the box, upright, as the recogniser's input. */
export function cropLine(raster: Raster, box: LineBox): Tensor {
  const width = Math.min(MAX_WIDTH, Math.max(1, Math.round((box.width / box.height) * LINE_HEIGHT)));
  const paddedWidth = Math.max(MIN_WIDTH, Math.ceil(width / WIDTH_STEP) * WIDTH_STEP);
  const data = new Uint8Array(LINE_HEIGHT * paddedWidth * 3).fill(PADDING);
  const stepX = box.width / width;
  const stepY = box.height / LINE_HEIGHT;
  const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.round(Math.max(stepX, stepY))));
  const sum = new Float64Array(3);
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    for (let column = 0; column < width; column += 1) {
      sum.fill(0);
      for (let sub = 0; sub < samples * samples; sub += 1) {
        const along = (column + ((sub % samples) + 0.5) / samples) * stepX - box.width / 2;
        const across = (row + (Math.floor(sub / samples) + 0.5) / samples) * stepY - box.height / 2;
        const { x, y } = pointInBox(box, along, across);
        addSample(raster, x - 0.5, y - 0.5, sum);
      }
      const offset = (row * paddedWidth + column) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        data[offset + channel] = Math.round(sum[channel]! / (samples * samples));
      }
    }
  }
  return { dims: [1, LINE_HEIGHT, paddedWidth, 3], data };
}

/**
 * Adds the bilinear sample at (x, y), in pixel centres, to `sum`. Outside the raster, the nearest
 * edge pixel counts.
 */
function addSample({ data, width, height }: Raster, x: number, y: number, sum: Float64Array): void {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const fractionX = Math.min(Math.max(x - left, 0), 1);
  const fractionY = Math.min(Math.max(y - top, 0), 1);
  const [a, b] = [(top * width + left) * 3, (top * width + right) * 3];
  const [c, d] = [(bottom * width + left) * 3, (bottom * width + right) * 3];
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = data[a + channel]! * (1 - fractionX) + data[b + channel]! * fractionX;
    const lower = data[c + channel]! * (1 - fractionX) + data[d + channel]! * fractionX;
    sum[channel]! += upper * (1 - fractionY) + lower * fractionY;
  }
}
