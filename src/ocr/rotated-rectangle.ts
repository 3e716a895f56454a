// The smallest rotated rectangle around a set of points: the convex hull, then a rectangle along
// each of its edges.
import type { Point } from '../types/raster.js';

export interface RotatedRectangle {
  readonly center: Point;
  readonly width: number;
  readonly height: number;
  /** Direction of the width in radians, above -pi / 4 and at most pi / 4. */
  readonly angle: number;
}

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

function halfHull(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && cross(hull[hull.length - 2]!, hull[hull.length - 1]!, point) <= 0) hull.pop();
    hull.push(point);
  }
  hull.pop();
  return hull;
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points;
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function boundsAlong(hull: readonly Point[], angle: number): RotatedRectangle {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return { center: { x: u * cos - v * sin, y: u * sin + v * cos }, width: maxU - minU, height: maxV - minV, angle };
}

/** Rotates by quarter turns until the width is within 45 degrees of horizontal. */
function withinEighth(angle: number): number {
  return angle - (Math.PI / 2) * Math.ceil(angle / (Math.PI / 2) - 0.5);
}

/** `points` must not be empty. */
export function smallestRectangle(points: readonly Point[]): RotatedRectangle {
  const hull = convexHull(points);
  let best = boundsAlong(hull, 0);
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length]!;
    const candidate = boundsAlong(hull, withinEighth(Math.atan2(to.y - from.y, to.x - from.x)));
    if (candidate.width * candidate.height < best.width * best.height) best = candidate;
  }
  return best;
}
