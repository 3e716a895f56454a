import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaOf, convergence, crossing, isConvex, type Quadrilateral } from '../../src/ocr/quadrilateral.js';
import { projectionOnto, sizeOf } from '../../src/ocr/rectify.js';
import type { Point } from '../../src/types/raster.js';

const QUAD: Quadrilateral = [
  { x: 0, y: 0 },
  { x: 40, y: 0 },
  { x: 40, y: 30 },
  { x: 0, y: 30 },
];
const FROM_BELOW: Quadrilateral = [{ x: 10, y: 0 }, { x: 30, y: 0 }, QUAD[2], QUAD[3]];

it('measures a document', () => {
  expect(areaOf(QUAD)).toBe(1200);
  expect(sizeOf(QUAD)).toEqual({ width: 40, height: 30 });
  expect(convergence(QUAD)).toBeCloseTo(0);
  expect(convergence(FROM_BELOW)).toBeGreaterThan(0.5);
});

it('detects corners that are not in order around the document', () => {
  const [a, b, c, d] = QUAD;
  expect(isConvex(QUAD)).toBe(true);
  expect(isConvex([a, c, b, d])).toBe(false);
  expect(isConvex([d, c, b, a])).toBe(false);
});

it('finds the intersection of lines, and none for parallel lines', () => {
  const upright = { normal: { x: 1, y: 0 }, offset: 7 };
  expect(crossing(upright, { normal: { x: 0, y: 1 }, offset: 5 })).toEqual({ x: 7, y: 5 });
  expect(crossing(upright, { normal: { x: -1, y: 0 }, offset: 9 })).toBeNull();
});

/** Corners of a document, each moved slightly. */
const shaken = fc
  .array(fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((moves) => QUAD.map(({ x, y }, index) => ({ x: x + moves[index]!.x, y: y + moves[index]!.y })))
  .map(([a, b, c, d]): Quadrilateral => [a!, b!, c!, d!])
  .filter(isConvex);

it('projects the corners of a rectangle onto any corners, and keeps lines straight', () => {
  fc.assert(
    fc.property(shaken, fc.double({ min: 0, max: 1, noNaN: true }), (corners, along) => {
      const onto = projectionOnto(corners, 100, 50);
      const reached = [onto({ x: 0, y: 0 }), onto({ x: 100, y: 0 }), onto({ x: 100, y: 50 }), onto({ x: 0, y: 50 })];
      for (const [index, corner] of corners.entries()) {
        expect(reached[index]!.x).toBeCloseTo(corner.x, 6);
        expect(reached[index]!.y).toBeCloseTo(corner.y, 6);
      }
      const [from, to, between] = [
        onto({ x: 0, y: 0 }),
        onto({ x: 100, y: 50 }),
        onto({ x: 100 * along, y: 50 * along }),
      ];
      expect(Math.abs(area(from, to, between))).toBeLessThan(1e-6);
    }),
  );
});

/** Twice the area of a triangle. 0 if its corners are on a line. */
function area(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
