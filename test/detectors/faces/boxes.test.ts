import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containment,
  type EdgeBox,
  intersectionOverUnion,
  rotateBox,
  squareAround,
  suppress,
  toRegion,
} from '../../../src/detectors/faces/boxes.js';
import type { Turns } from '../../../src/image/raster.js';

const box = (left: number, top: number, right: number, bottom: number): EdgeBox => ({ left, top, right, bottom });
const turns = fc.constantFrom<Turns>(0, 1, 2, 3);
const boxes = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10 }))
  .map(([left, top, side]) => box(left, top, left + side, top + side));

describe('intersectionOverUnion and containment', () => {
  it('is 1 for the same box and 0 for boxes that only touch', () => {
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1);
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(0);
  });

  it('counts the shared area once', () => {
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(5, 0, 15, 10))).toBeCloseTo(1 / 3);
  });

  it('is 1 for a box inside the other', () => {
    expect(containment(box(0, 0, 10, 10), box(4, 4, 6, 6))).toBe(1);
  });
});

describe('suppress', () => {
  it('keeps the best of several boxes around the same thing, in any order', () => {
    const best = { box: box(0, 0, 10, 10), score: 0.9 };
    const second = { box: box(1, 0, 11, 10), score: 0.8 };
    const elsewhere = { box: box(50, 0, 60, 10), score: 0.1 };
    expect(suppress([elsewhere, second, best], 0.5)).toEqual([best, elsewhere]);
  });

  it('keeps no two that overlap by more than the limit, and drops nothing else', () => {
    const scored = fc.record({ box: boxes, score: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(scored), (items) => {
        const kept = suppress(items, 0.5);
        for (const one of kept) {
          for (const other of kept)
            if (one !== other) expect(intersectionOverUnion(one.box, other.box)).toBeLessThanOrEqual(0.5);
        }
        for (const item of items) {
          expect(kept.some((one) => one === item || intersectionOverUnion(one.box, item.box) > 0.5)).toBe(true);
        }
      }),
    );
  });
});

describe('rotateBox', () => {
  it('moves the top left corner to the top right with one quarter turn', () => {
    expect(rotateBox(box(0, 0, 10, 20), { width: 100, height: 50 }, 1)).toEqual(box(30, 0, 50, 10));
  });

  it('is undone by the quarter turns that complete a full turn', () => {
    fc.assert(
      fc.property(boxes, turns, (one, quarter) => {
        const picture = { width: 100, height: 50 };
        const rotated = quarter % 2 === 0 ? picture : { width: 50, height: 100 };
        const back = ((4 - quarter) % 4) as Turns;
        expect(rotateBox(rotateBox(one, picture, quarter), rotated, back)).toEqual(one);
      }),
    );
  });
});

describe('squareAround', () => {
  it('keeps the middle and uses the longer side', () => {
    expect(squareAround(box(10, 10, 20, 30), 2)).toEqual(box(-5, 0, 35, 40));
  });
});

describe('toRegion', () => {
  it('clips a box that extends beyond the picture', () => {
    expect(toRegion(box(-5, 40, 20, 90), { width: 100, height: 50 })).toEqual({
      left: 0,
      top: 40,
      width: 20,
      height: 10,
    });
  });

  it('is inside the picture and has at least one pixel, for any box', () => {
    const edge = fc.double({ min: -200, max: 200, noNaN: true });
    fc.assert(
      fc.property(edge, edge, edge, edge, (a, b, c, d) => {
        const region = toRegion(box(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)), {
          width: 100,
          height: 50,
        });
        expect(Math.min(region.width, region.height)).toBeGreaterThanOrEqual(1);
        expect(region.left).toBeGreaterThanOrEqual(0);
        expect(region.top).toBeGreaterThanOrEqual(0);
        expect(region.left + region.width).toBeLessThanOrEqual(100);
        expect(region.top + region.height).toBeLessThanOrEqual(50);
      }),
    );
  });
});
