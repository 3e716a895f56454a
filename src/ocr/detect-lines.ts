// Finds the lines of text in a raster: cuts the probability map of the DB detector into blobs, and
// turns each blob into a rotated rectangle.
import { resize, rotate90 } from '../image/raster.js';
import type { Model } from '../inference/engine.js';
import type { Point, Raster } from '../types/raster.js';
import type { LineBox } from './line-box.js';
import { smallestRectangle } from './rotated-rectangle.js';

/** Minimum probability of a text pixel: PaddleOCR's `det_db_thresh`. */
const PIXEL_THRESHOLD = 0.3;
/** Minimum mean probability of a blob: PaddleOCR's `det_db_box_thresh`. */
const BLOB_THRESHOLD = 0.6;
/** The map shows shrunken lines. This factor grows them back: PaddleOCR's `det_db_unclip_ratio`. */
const UNCLIP_RATIO = 1.5;
/**
 * Minimum shorter side in pixels of the map, below which a blob is a speck: PaddleOCR's `min_size`.
 */
const MIN_SIDE = 3;
/** Height to width ratio from which a box is a vertical line: PaddleOCR's own limit. */
const TALL_RATIO = 1.5;
/** The network halves its input five times. */
const STRIDE = 32;

/** Input size for a long side. Each side is a multiple of the stride. Never enlarges. */
function inputSize(raster: Raster, longSide: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longSide / Math.max(raster.width, raster.height));
  const toStride = (side: number) => Math.max(STRIDE, Math.round((side * scale) / STRIDE) * STRIDE);
  return { width: toStride(raster.width), height: toStride(raster.height) };
}

/** The extremes of each row are enough for the hull of a blob, so it stores nothing else. */
interface Blob {
  readonly points: readonly Point[];
  readonly score: number;
}

/** Blobs of connected pixels (eight neighbours) at or above the pixel threshold. */
function findBlobs(map: Float32Array | Uint8Array, width: number, height: number): readonly Blob[] {
  const seen = new Uint8Array(width * height);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const index = y * width + x;
    if (seen[index] === 1 || map[index]! < PIXEL_THRESHOLD) return;
    seen[index] = 1;
    stack.push(index);
  };
  for (let start = 0; start < seen.length; start += 1) {
    // Nearly all pixels are not text, so they are skipped first.
    if (map[start]! < PIXEL_THRESHOLD) continue;
    visit(start % width, Math.floor(start / width));
    if (stack.length === 0) continue;
    const rows = new Map<number, [number, number]>();
    let sum = 0;
    let count = 0;
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      const x = index % width;
      const y = (index - x) / width;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, [x, x]);
      else rows.set(y, [Math.min(row[0], x), Math.max(row[1], x)]);
      sum += map[index]!;
      count += 1;
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) visit(x + dx, y + dy);
    }
    const points = [...rows].flatMap(([y, [left, right]]) => [
      { x: left, y },
      { x: right + 1, y },
      { x: left, y: y + 1 },
      { x: right + 1, y: y + 1 },
    ]);
    blobs.push({ points, score: sum / count });
  }
  return blobs;
}

/** The line of a blob, in pixels of the map. Null for a speck. */
function boxOfBlob(blob: Blob): LineBox | null {
  const { center, width, height, angle } = smallestRectangle(blob.points);
  if (blob.score < BLOB_THRESHOLD || Math.min(width, height) < MIN_SIDE) return null;
  const growth = (width * height * UNCLIP_RATIO) / (width + height);
  const grown = { center, width: width + growth, height: height + growth, angle, score: blob.score };
  if (grown.height < grown.width * TALL_RATIO) return grown;
  return { ...grown, width: grown.height, height: grown.width, angle: angle + Math.PI / 2 };
}

/**
 * Converts map pixels to raster pixels. Both axes have nearly the same factor, so the angle is
 * kept.
 */
function scaled(box: LineBox, factorX: number, factorY: number): LineBox {
  const cos = Math.abs(Math.cos(box.angle));
  const sin = Math.abs(Math.sin(box.angle));
  return {
    ...box,
    center: { x: box.center.x * factorX, y: box.center.y * factorY },
    width: box.width * Math.hypot(cos * factorX, sin * factorY),
    height: box.height * Math.hypot(sin * factorX, cos * factorY),
  };
}

/**
 * Lines of text in the raster, in its pixels. The detector's input has a long side of at most
 * `longSide` pixels. Vertical lines are returned as read from top to bottom.
 */
export async function detectLines(raster: Raster, model: Model, longSide: number): Promise<readonly LineBox[]> {
  const { width, height } = inputSize(raster, longSide);
  const { data } = await resize(raster, width, height);
  const { probability } = await model.run({ dims: [1, height, width, 3], data });
  if (probability === undefined) throw new Error('the text detector returned no probabilities');
  return findBlobs(probability.data, width, height)
    .map(boxOfBlob)
    .filter((box) => box !== null)
    .map((box) => scaled(box, raster.width / width, raster.height / height));
}

/** Whether more of the text is vertical than horizontal. */
function isOnEnd(boxes: readonly LineBox[]): boolean {
  const lengths = boxes.map((box) => (Math.abs(Math.sin(box.angle)) > Math.SQRT1_2 ? -1 : 1) * box.width);
  return lengths.reduce((sum, length) => sum + length, 0) < 0;
}

/** Maps a box of the raster rotated clockwise by a quarter turn back to the original raster. */
function rotatedBack(box: LineBox, raster: Raster): LineBox {
  return { ...box, center: { x: box.center.y, y: raster.height - box.center.x }, angle: box.angle - Math.PI / 2 };
}

/**
 * Like detectLines, but rotates a sideways page and detects its lines again: the detector is better
 * at horizontal lines.
 */
export async function detectLinesEitherWay(
  raster: Raster,
  model: Model,
  longSide: number,
): Promise<readonly LineBox[]> {
  const boxes = await detectLines(raster, model, longSide);
  if (!isOnEnd(boxes)) return boxes;
  const rotated = { ...rotate90(raster, 1), covers: raster.covers };
  return (await detectLines(rotated, model, longSide)).map((box) => rotatedBack(box, raster));
}
