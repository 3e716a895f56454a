// A page as the kinds see it: its rows of text and their arrangement.

import { bandsOf } from '../../../ocr/layout/bands.js';
import { pointInBox } from '../../../ocr/line-box.js';
import type { TextLine } from '../../../ocr/reader.js';
import type { Point } from '../../../types/raster.js';

/** Lines read with a lower confidence are patterns and scenery. */
const MIN_CONFIDENCE = 0.6;

export interface Layout {
  /** From top to bottom. The pieces of one row are separated by a space. */
  readonly rows: readonly string[];
  /** Each line on its own, because a row may span two columns. */
  readonly lines: readonly string[];
  /** Number of text lines detected in the picture, read or not. */
  readonly seen: number;
  /** Number of letters and digits read. */
  readonly characters: number;
  /** Height divided by width of all text, along its own direction. */
  readonly aspect: number;
  /**
   * How often, from top to bottom, a row aligned to one side is followed by a row aligned to the
   * other side.
   */
  readonly sideChanges: number;
  /**
   * The document shows a face, such as its holder's portrait. Checked only if it decides the kind.
   */
  readonly hasPortrait?: true;
  /** The picture is grey on black, like that of a scanner. Checked only if it decides the kind. */
  readonly isGreyScan?: true;
}

/** `seen`: the number of lines detected, read or not. */
export function layoutOf(all: readonly TextLine[], seen: number): Layout {
  const lines = all.filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  const rows = bandsOf(lines);
  return {
    rows: rows.map((row) => row.map(({ text }) => text).join(' ')),
    lines: rows.flat().map(({ text }) => text),
    seen,
    characters: lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0),
    aspect: aspectOf(lines),
    sideChanges: sideChangesIn(rows),
  };
}

/**
 * Share of the text's width that a row leaves free on the far side (at least) and on its own side
 * (at most).
 */
const FREE_SIDE = 0.2;
const OWN_SIDE = 0.15;

function sideChangesIn(rows: readonly (readonly TextLine[])[]): number {
  const angle = rows
    .flat()
    .reduce((a, b) => (b.box.width > a.box.width ? b : a), rows[0]?.[0] ?? { box: { angle: 0, width: 0 } }).box.angle;
  const along = ({ x, y }: Point) => x * Math.cos(angle) + y * Math.sin(angle);
  const ends = rows.map((row) => ({
    from: Math.min(...row.map(({ box }) => along(pointInBox(box, -box.width / 2, 0)))),
    to: Math.max(...row.map(({ box }) => along(pointInBox(box, box.width / 2, 0)))),
  }));
  const left = Math.min(...ends.map(({ from }) => from));
  const right = Math.max(...ends.map(({ to }) => to));
  const sides = ends.flatMap(({ from, to }) => {
    const [before, after] = [(from - left) / (right - left), (right - to) / (right - left)];
    if (before <= OWN_SIDE && after >= FREE_SIDE) return ['left'];
    return before >= FREE_SIDE && after < before ? ['right'] : [];
  });
  return sides.slice(1).filter((side, index) => side !== sides[index]).length;
}

function aspectOf(lines: readonly TextLine[]): number {
  const longest = lines.reduce<TextLine | null>((a, b) => (a === null || b.box.width > a.box.width ? b : a), null);
  if (longest === null) return 0;
  const { angle } = longest.box;
  const ends = lines.flatMap(({ box }) => [pointInBox(box, -box.width / 2, 0), pointInBox(box, box.width / 2, 0)]);
  const along = ends.map(({ x, y }: Point) => x * Math.cos(angle) + y * Math.sin(angle));
  const across = ends.map(({ x, y }: Point) => y * Math.cos(angle) - x * Math.sin(angle));
  const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return extent(across) / Math.max(1, extent(along));
}
