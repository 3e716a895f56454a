// Merges readings of the same code from several passes. Readings are mapped to the full-size
// picture and compared there.
import type { Region } from '../../types/detection.js';
import type { Raster } from '../../types/raster.js';
import type { CodeReading } from './reader.js';

export interface PlacedReading {
  readonly reading: CodeReading;
  /** Pixels of the upright picture at full size. */
  readonly region: Region;
}

/** `raster` is the picture that the code was read from. */
export function place(reading: CodeReading, { covers, width, height }: Omit<Raster, 'data'>): PlacedReading {
  const xs = reading.corners.map(({ x }) => covers.left + (clamp(x, width) / width) * covers.width);
  const ys = reading.corners.map(({ y }) => covers.top + (clamp(y, height) / height) * covers.height);
  const left = Math.floor(Math.min(...xs));
  const top = Math.floor(Math.min(...ys));
  // A linear code may be read along a single line.
  const right = Math.max(left + 1, Math.ceil(Math.max(...xs)));
  const bottom = Math.max(top + 1, Math.ceil(Math.max(...ys)));
  return { reading, region: { left, top, width: right - left, height: bottom - top } };
}

/**
 * Maps a box in pixels of `raster` to the full-size picture. The result may extend beyond the
 * picture.
 */
export function atFullSize({ left, top, width, height }: Region, raster: Raster): Region {
  const scale = raster.covers.width / raster.width;
  return {
    left: raster.covers.left + left * scale,
    top: raster.covers.top + top * scale,
    width: width * scale,
    height: height * scale,
  };
}

const clamp = (value: number, limit: number): number => Math.max(0, Math.min(limit, value));

/**
 * One reading per code, from top to bottom. If readings of a linear code differ, the text with the
 * most scan lines over all passes wins.
 */
export function distinct(placed: readonly PlacedReading[]): readonly PlacedReading[] {
  const codes: PlacedReading[][] = [];
  for (const one of placed) {
    const code = codes.find((readings) => readings.some((other) => isSameCode(one, other)));
    if (code === undefined) codes.push([one]);
    else code.push(one);
  }
  return codes.map(mostLines).sort((a, b) => a.region.top - b.region.top || a.region.left - b.region.left);
}

function mostLines(readings: readonly PlacedReading[]): PlacedReading {
  const lines = new Map<string | null, number>();
  for (const { reading } of readings) lines.set(reading.text, (lines.get(reading.text) ?? 0) + reading.lineCount);
  return readings.reduce((best, one) =>
    (lines.get(one.reading.text) ?? 0) > (lines.get(best.reading.text) ?? 0) ? one : best,
  );
}

function isSameCode(a: PlacedReading, b: PlacedReading): boolean {
  if (!areTogether(a.region, b.region)) return false;
  return a.reading.text === b.reading.text || (isLinear(a.reading) && isLinear(b.reading));
}

const isLinear = ({ lineCount }: CodeReading): boolean => lineCount > 0;

/**
 * Whether the middle of one box is inside the other. Boxes count as squares, because the box of a
 * linear code may be one line high.
 */
function areTogether(a: Region, b: Region): boolean {
  const reach = Math.max(a.width, a.height, b.width, b.height) / 2;
  const apartX = Math.abs(a.left + a.width / 2 - b.left - b.width / 2);
  const apartY = Math.abs(a.top + a.height / 2 - b.top - b.height / 2);
  return apartX <= reach && apartY <= reach;
}

/** Whether the boxes do not overlap, not even at their edges. */
export function isBeside(a: Region, b: Region): boolean {
  const isApartX = a.left + a.width <= b.left || b.left + b.width <= a.left;
  const isApartY = a.top + a.height <= b.top || b.top + b.height <= a.top;
  return isApartX || isApartY;
}
