import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestRectangle } from '../../src/ocr/rotated-rectangle.js';

const rectangle = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  width: fc.integer({ min: 20, max: 400 }),
  height: fc.integer({ min: 5, max: 15 }),
  degrees: fc.integer({ min: -44, max: 44 }),
});

describe('smallestRectangle', () => {
  it('finds the position, size and angle of a rotated rectangle from points inside it and its corners', () => {
    fc.assert(
      fc.property(rectangle, ({ x, y, width, height, degrees }) => {
        const angle = (degrees * Math.PI) / 180;
        const at = (u: number, v: number) => ({
          x: x + u * width * Math.cos(angle) - v * height * Math.sin(angle),
          y: y + u * width * Math.sin(angle) + v * height * Math.cos(angle),
        });
        const points = [at(-0.5, -0.5), at(0, 0.2), at(0.5, 0.5), at(0.3, -0.1), at(-0.5, 0.5), at(0.5, -0.5)];
        const found = smallestRectangle(points);
        expect(found.center.x).toBeCloseTo(x, 3);
        expect(found.center.y).toBeCloseTo(y, 3);
        expect(found.width).toBeCloseTo(width, 3);
        expect(found.height).toBeCloseTo(height, 3);
        expect(found.angle).toBeCloseTo(angle, 3);
      }),
    );
  });

  it('returns a rectangle without size for a single point', () => {
    expect(smallestRectangle([{ x: 3, y: 4 }])).toMatchObject({ center: { x: 3, y: 4 }, width: 0, height: 0 });
  });
});
