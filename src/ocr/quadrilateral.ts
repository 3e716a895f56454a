// The four corners of a document in a picture, and operations on them.
import type { Point } from '../types/raster.js';

/**
 * The corners in order around the document: top left, top right, bottom right, bottom left, in the
 * direction of its text.
 */
export type Quadrilateral = readonly [Point, Point, Point, Point];

/**
 * A straight line: all points p with p.x * normal.x + p.y * normal.y = offset. The normal has
 * length 1.
 */
export interface StraightLine {
  readonly normal: Point;
  readonly offset: number;
}

/** Intersection of two lines. Null if they are practically parallel. */
export function crossing(a: StraightLine, b: StraightLine): Point | null {
  const determinant = a.normal.x * b.normal.y - a.normal.y * b.normal.x;
  if (Math.abs(determinant) < 1e-3) return null;
  return {
    x: (a.offset * b.normal.y - b.offset * a.normal.y) / determinant,
    y: (b.offset * a.normal.x - a.offset * b.normal.x) / determinant,
  };
}

/** Signed distance in pixels. Positive on the side that the normal points to. */
export function distanceFrom({ normal, offset }: StraightLine, { x, y }: Point): number {
  return x * normal.x + y * normal.y - offset;
}

/** Whether all corners turn in the same direction: clockwise, with y growing downwards. */
export function isConvex(corners: Quadrilateral): boolean {
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % 4]!;
    const after = corners[(index + 2) % 4]!;
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x) > 0;
  });
}

/** Area in square pixels. */
export function areaOf(corners: Quadrilateral): number {
  const doubled = corners.reduce((sum, { x, y }, index) => {
    const next = corners[(index + 1) % 4]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/**
 * The larger angle between two opposite sides, in radians. 0 if the document is seen straight from
 * above.
 */
export function convergence([a, b, c, d]: Quadrilateral): number {
  const between = (from: Point, to: Point, other: Point, end: Point): number => {
    const turn = Math.atan2(to.y - from.y, to.x - from.x) - Math.atan2(end.y - other.y, end.x - other.x);
    return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  };
  return Math.max(between(a, b, d, c), between(a, d, b, c));
}
