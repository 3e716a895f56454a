// Arranges lines that are next to each other into rows, from left to right and from top to bottom,
// at any rotation of the page.
import type { LineBox } from './line-box.js';
import type { TextLine } from './reader.js';

/** Maximum offset of the centres of two neighbours in a row, in heights of the lower line. */
const TOLERANCE = 0.5;

/** Reading direction in radians: that of the longest line, which is measured best. */
function directionOf(lines: readonly TextLine[]): number {
  return lines.reduce((longest, { box }) => (box.width > longest.width ? box : longest), lines[0]!.box).angle;
}

/** How far the centre of b is below a, measured across the direction of a. */
function drop(a: LineBox, b: LineBox): number {
  return (b.center.y - a.center.y) * Math.cos(a.angle) - (b.center.x - a.center.x) * Math.sin(a.angle);
}

/**
 * Rows of at least one line each. A row follows its lines, so a page photographed at an angle keeps
 * its rows.
 */
export function rowsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  if (lines.length === 0) return [];
  const angle = directionOf(lines);
  const along = ({ box: { center } }: TextLine) => center.x * Math.cos(angle) + center.y * Math.sin(angle);
  const across = ({ box: { center } }: TextLine) => center.y * Math.cos(angle) - center.x * Math.sin(angle);
  const rows: TextLine[][] = [];
  for (const line of [...lines].sort((a, b) => along(a) - along(b))) {
    const fits = rows.flatMap((row) => {
      const last = row[row.length - 1]!.box;
      const distance = Math.min(Math.abs(drop(last, line.box)), Math.abs(drop(line.box, last)));
      return distance <= TOLERANCE * Math.min(last.height, line.box.height) ? [{ row, distance }] : [];
    });
    const nearest = fits.sort((a, b) => a.distance - b.distance)[0];
    if (nearest === undefined) rows.push([line]);
    else nearest.row.push(line);
  }
  return rows.sort((a, b) => across(a[0]!) - across(b[0]!));
}
