// Whether print is on a plate: letters of one ink on even paper that ends close around them.
import { type LineBox, pointInBox } from '../../../ocr/line-box.js';
import type { Raster } from '../../../types/raster.js';

type Rgb = readonly [number, number, number];

/** Minimum distance of ink and paper in RGB. Plates are made to be legible. */
const MIN_CONTRAST = 80;
/** A pixel is paper within this share of that distance. */
const PAPER_SHARE = 0.35;
/** Shares of a row or column of pixels that are paper: in the margin, and beyond the edge. */
const MARGIN_PAPER = 0.85;
const BEYOND_PAPER = 0.4;
/** How far the paper may reach beyond the print, in heights of a row of print. */
const REACH = 1.7;
/** How far inside the box the margin may begin: boxes are a little larger than the print. */
const INSIDE = 0.1;
/** Steps per height of a row, and points sampled across each step. */
const STEPS = 24;
const POINTS = 32;
/** Share of the length of a side that is sampled: corners of plates are round. */
const SIDE_SHARE = 0.8;

function colorAt({ data, width, height }: Raster, box: LineBox, along: number, across: number): Rgb | null {
  const { x, y } = pointInBox(box, along, across);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  const at = (row * width + column) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const lightness = ([red, green, blue]: Rgb): number => 0.3 * red + 0.59 * green + 0.11 * blue;

function mean(colors: readonly Rgb[]): Rgb {
  const sum = colors.reduce<Rgb>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
  const count = Math.max(1, colors.length);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/**
 * The paper around the letters and how far its colour may vary. Null if there are not two colours.
 */
function paperOf(raster: Raster, box: LineBox): { readonly color: Rgb; readonly tolerance: number } | null {
  const colors: Rgb[] = [];
  for (let row = 0; row < 12; row += 1) {
    for (let column = 0; column < 64; column += 1) {
      const color = colorAt(
        raster,
        box,
        ((column + 0.5) / 64 - 0.5) * box.width,
        ((row + 0.5) / 12 - 0.5) * box.height,
      );
      if (color !== null) colors.push(color);
    }
  }
  const levels = colors.map(lightness).sort((a, b) => a - b);
  const [dark = 0, light = 0] = [levels[Math.floor(levels.length * 0.1)], levels[Math.floor(levels.length * 0.9)]];
  const middle = (dark + light) / 2;
  const [below, above] = [colors.filter((c) => lightness(c) < middle), colors.filter((c) => lightness(c) >= middle)];
  // Letters cover less than half of what is around them.
  const [paper, ink] = below.length > above.length ? [mean(below), mean(above)] : [mean(above), mean(below)];
  const contrast = distance(paper, ink);
  return contrast < MIN_CONTRAST ? null : { color: paper, tolerance: contrast * PAPER_SHARE };
}

/**
 * Number of sides, 0 to 4, at which the paper around the box of print ends: first a margin that is
 * all paper, then something else. `rowHeight` is the height of one row of the print.
 */
export function closedSides(raster: Raster, box: LineBox, rowHeight: number): number {
  const paper = paperOf(raster, box);
  if (paper === null) return 0;
  const shareAt = (points: readonly (readonly [number, number])[]): number => {
    const colors = points.map(([along, across]) => colorAt(raster, box, along, across));
    // The edge of the picture is no edge of a plate.
    if (colors.includes(null)) return 0.5;
    return colors.filter((color) => color !== null && distance(color, paper.color) < paper.tolerance).length / POINTS;
  };
  const spread = (length: number): readonly number[] =>
    Array.from({ length: POINTS }, (_, index) => ((index + 0.5) / POINTS - 0.5) * length * SIDE_SHARE);
  const [across, along] = [spread(box.width), spread(box.height)];
  const ends = (half: number, share: (at: number) => number): boolean => {
    let isMargin = false;
    for (let at = half - INSIDE * rowHeight; at < half + REACH * rowHeight; at += rowHeight / STEPS) {
      const value = share(at);
      isMargin ||= value >= MARGIN_PAPER;
      if (isMargin && value <= BEYOND_PAPER) return true;
    }
    return false;
  };
  const sides = [
    ends(box.height / 2, (at) => shareAt(across.map((x) => [x, -at]))),
    ends(box.height / 2, (at) => shareAt(across.map((x) => [x, at]))),
    ends(box.width / 2, (at) => shareAt(along.map((y) => [-at, y]))),
    ends(box.width / 2, (at) => shareAt(along.map((y) => [at, y]))),
  ];
  return sides.filter(Boolean).length;
}
