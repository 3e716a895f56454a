// Lines that fall apart in the sharp pass: letters in boxes of a form, and letters far apart. At a
// lower resolution, the gaps and the rules between them disappear.

import type { Raster } from '../types/raster.js';
import { directionOf, isParallel, offsetOf } from './layout/direction.js';
import { type LineBox, upsideDown } from './line-box.js';
import type { Reader, TextLine } from './reader.js';

/** Height of a line in pixels at which letters in boxes are one line. */
const COARSE_HEIGHT = 12;
/** Not where the picture would be hardly smaller. Maximum long side of that picture. */
const MAX_SCALE = 0.7;
const MAX_SIDE = 640;
/** Minimum length of such a line in heights, and the maximum number that is read. */
const MIN_LENGTH = 4;
const MAX_LINES = 6;
/**
 * Maximum share of the line that the boxes of the sharp pass cover. Where several parts cover more,
 * the gaps between them are at most this many heights: two columns are not one line.
 */
const MAX_COVERED = 0.85;
const MAX_GAP = 2.5;
const MIN_CONFIDENCE = 0.75;
/** The line replaces several parts if it has this many letters and digits more, or a single one. */
const MIN_GAIN = 1;
const MIN_GAIN_OF_ONE = 2;

/** Share of all text, by its width, that is lower than the height which counts. */
const LOWER_SHARE = 0.7;

/**
 * Long side of the picture in which lines are detected again, by the height of whole lines: letters
 * in boxes are seen as specks. Null without a line, and where the lines are that low already.
 */
export function coarseSide({ width, height }: Raster, boxes: readonly LineBox[]): number | null {
  const sorted = [...boxes].sort((a, b) => a.height - b.height);
  let lower = sorted.reduce((sum, box) => sum + box.width, 0) * LOWER_SHARE;
  const whole = sorted.find((box) => {
    lower -= box.width;
    return lower <= 0;
  });
  if (whole === undefined || COARSE_HEIGHT / whole.height > MAX_SCALE) return null;
  return Math.min(MAX_SIDE, Math.round((Math.max(width, height) * COARSE_HEIGHT) / whole.height));
}

const characters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const isPartOf = (line: LineBox, part: LineBox): boolean => {
  const { drop, overlap } = offsetOf(line, part);
  return Math.abs(drop) * Math.min(line.height, part.height) < line.height / 2 && overlap > 0.5;
};

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Where the parts are along the line, from left to right, in pixels from its start. */
function extentsIn(line: LineBox, parts: readonly LineBox[]): readonly Extent[] {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  return parts
    .map(({ center, width }) => {
      const middle = (center.x - line.center.x) * cos + (center.y - line.center.y) * sin + line.width / 2;
      return { from: Math.max(0, middle - width / 2), to: Math.min(line.width, middle + width / 2) };
    })
    .sort((a, b) => a.from - b.from);
}

/** Whether the line may be more than its parts. */
function isOpen(line: LineBox, parts: readonly LineBox[]): boolean {
  const extents = extentsIn(line, parts);
  let [covered, end, gap] = [0, 0, 0];
  for (const { from, to } of extents) {
    if (end > 0) gap = Math.max(gap, from - end);
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return covered < line.width * MAX_COVERED || (parts.length > 1 && gap < MAX_GAP * line.height);
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
    .filter((box) =>
      isOpen(
        box,
        boxes.filter((part) => isPartOf(box, part)),
      ),
    )
    .slice(0, MAX_LINES);
  let result = lines;
  for (const box of open) {
    const line = await reader.readLine(raster, box);
    const parts = result.filter((part) => isPartOf(box, part.box));
    const known = parts
      .filter(({ confidence }) => confidence >= MIN_CONFIDENCE)
      .reduce((sum, { text }) => sum + characters(text), 0);
    const gain = characters(line.text) - known;
    if (line.confidence < MIN_CONFIDENCE || gain < (parts.length > 1 ? MIN_GAIN : MIN_GAIN_OF_ONE)) continue;
    result = [...result.filter((part) => !parts.includes(part)), line];
  }
  return result;
}

/** A box of another raster of the same photo, in pixels of this one. */
export function boxInRaster(raster: Raster, other: Raster, box: LineBox): LineBox {
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
