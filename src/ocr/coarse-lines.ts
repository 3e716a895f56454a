// Lines that fall apart in the sharp pass: letters in boxes of a form, and letters far apart. At a
// lower resolution, the gaps and the rules between them disappear.

import type { Raster } from '../types/raster.js';
import { directionOf, isParallel, offsetOf } from './layout/direction.js';
import { type LineBox, upsideDown } from './line-box.js';
import type { Reader, TextLine } from './reader.js';

/** Minimum length of such a line in heights, and the maximum number that is read. */
const MIN_LENGTH = 4;
const MAX_LINES = 6;
/** Maximum share of the line that the boxes of the sharp pass cover. */
const MAX_COVERED = 0.85;
const MIN_CONFIDENCE = 0.75;
/** The line replaces its parts if it has this many letters and digits more. */
const MIN_GAIN = 2;

const characters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const isPartOf = (line: LineBox, part: LineBox): boolean => {
  const { drop, overlap } = offsetOf(line, part);
  return (
    Math.abs(drop) * Math.min(line.height, part.height) < line.height / 2 && overlap > 0.5 && part.width <= line.width
  );
};

/** Share of the line's width that the parts cover, 0..1. */
function covered(line: LineBox, parts: readonly LineBox[]): number {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const ends = parts
    .map(({ center, width }) => {
      const along = (center.x - line.center.x) * cos + (center.y - line.center.y) * sin + line.width / 2;
      return { from: Math.max(0, along - width / 2), to: Math.min(line.width, along + width / 2) };
    })
    .sort((a, b) => a.from - b.from);
  let [sum, end] = [0, 0];
  for (const { from, to } of ends) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum / line.width;
}

/** The box in the direction in which the other lines are read. Null if it runs across them. */
function along(box: LineBox, angle: number): LineBox | null {
  if (isParallel(box.angle, angle)) return box;
  return isParallel(box.angle, angle + Math.PI) ? upsideDown(box) : null;
}

/**
 * The lines, with those that the coarse boxes read more fully in place of their parts.
 * @param boxes as detected in the sharp pass
 * @param coarse boxes detected at a lower resolution, in pixels of the same raster
 */
export async function withCoarseLines(
  reader: Reader,
  raster: Raster,
  { boxes, lines }: { readonly boxes: readonly LineBox[]; readonly lines: readonly TextLine[] },
  coarse: readonly LineBox[],
): Promise<readonly TextLine[]> {
  if (lines.length === 0) return lines;
  const angle = directionOf(lines.map(({ box }) => box));
  const open = coarse
    .flatMap((box) => along(box, angle) ?? [])
    .filter((box) => box.width >= MIN_LENGTH * box.height)
    .map((box) => ({
      box,
      share: covered(
        box,
        boxes.filter((part) => isPartOf(box, part)),
      ),
    }))
    .filter(({ share }) => share < MAX_COVERED)
    .sort((a, b) => a.share - b.share)
    .slice(0, MAX_LINES);
  let result = lines;
  for (const { box } of open) {
    const line = await reader.readLine(raster, box);
    const parts = result.filter((part) => isPartOf(box, part.box));
    const known = parts.reduce((sum, { text }) => sum + characters(text), 0);
    if (line.confidence < MIN_CONFIDENCE || characters(line.text) < known + MIN_GAIN) continue;
    result = [...result.filter((part) => !parts.includes(part)), line];
  }
  return result;
}

/** A box of another raster of the same photo, in pixels of this one. */
export function boxIn(raster: Raster, other: Raster, box: LineBox): LineBox {
  const scale = (other.covers.width / other.width) * (raster.width / raster.covers.width);
  const left = other.covers.left - raster.covers.left;
  const top = other.covers.top - raster.covers.top;
  const perPixel = raster.width / raster.covers.width;
  return {
    ...box,
    center: { x: box.center.x * scale + left * perPixel, y: box.center.y * scale + top * perPixel },
    width: box.width * scale,
    height: box.height * scale,
  };
}
