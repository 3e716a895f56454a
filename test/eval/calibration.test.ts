import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyIsotonic,
  applyLogistic,
  brier,
  crossFit,
  type Example,
  fitIsotonic,
  fitLogistic,
  groupFolds,
} from '../../eval/calibration.js';
import { randomFrom } from '../../eval/stats.js';

const example = fc.record({
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  isPositive: fc.boolean(),
  group: fc.integer({ min: 0, max: 9 }).map(String),
});
const examples = fc.array(example, { minLength: 1, maxLength: 60 });

/** Positive with the probability that the line gives for the score. */
function drawn(slope: number, intercept: number, count: number): Example[] {
  const random = randomFrom(7);
  const truth = applyLogistic({ slope, intercept });
  return Array.from({ length: count }, (_, i) => {
    const score = random();
    return { score, isPositive: random() < truth(score), group: String(i) };
  });
}

describe('fitLogistic', () => {
  it('finds the line that the examples were drawn from', () => {
    const { slope, intercept } = fitLogistic(drawn(6, -3, 20_000));
    expect(slope).toBeCloseTo(6, 0);
    expect(intercept).toBeCloseTo(-3, 0);
  });
  it('stays finite on separable examples', () => {
    const line = fitLogistic(
      [0.1, 0.2, 0.8, 0.9].map((score, i) => ({ score, isPositive: score > 0.5, group: String(i) })),
    );
    const p = applyLogistic(line);
    expect(p(0.9)).toBeGreaterThan(0.7);
    expect(p(0.9)).toBeLessThan(1);
  });
  it('is a probability that never decreases, whatever it is fitted on', () => {
    fc.assert(
      fc.property(examples, (all) => {
        const p = applyLogistic(fitLogistic(all));
        expect(p(0)).toBeGreaterThanOrEqual(0);
        expect(p(1)).toBeLessThanOrEqual(1);
        expect(p(1)).toBeGreaterThanOrEqual(p(0));
      }),
    );
  });
});

describe('fitIsotonic', () => {
  it('pools scores in the wrong order', () => {
    const all = [0, 1, 0, 1].map((positive, i) => ({ score: i, isPositive: positive === 1, group: String(i) }));
    expect(fitIsotonic(all)).toEqual([
      { score: 0, probability: 0 },
      { score: 1, probability: 0.5 },
      { score: 3, probability: 1 },
    ]);
  });
  it('never decreases and keeps the overall share', () => {
    fc.assert(
      fc.property(examples, (all) => {
        const p = applyIsotonic(fitIsotonic(all));
        const sorted = [...all].sort((a, b) => a.score - b.score).map(({ score }) => p(score));
        for (const [i, value] of sorted.entries()) expect(value).toBeGreaterThanOrEqual(sorted[i - 1] ?? 0);
        const positives = all.filter(({ isPositive }) => isPositive).length;
        expect(sorted.reduce((sum, value) => sum + value, 0)).toBeCloseTo(positives, 6);
      }),
    );
  });
});

describe('groupFolds', () => {
  it('keeps near-duplicates on one side and loses nothing', () => {
    fc.assert(
      fc.property(examples, fc.integer({ min: 2, max: 6 }), (all, count) => {
        const folds = groupFolds(all, count);
        expect(folds.flat()).toHaveLength(all.length);
        for (const group of new Set(all.map((one) => one.group))) {
          expect(folds.filter((fold) => fold.some((one) => one.group === group))).toHaveLength(1);
        }
      }),
    );
  });
  it('makes folds of equal size if groups allow it', () => {
    expect(groupFolds(drawn(1, 0, 50), 5).map((fold) => fold.length)).toEqual([10, 10, 10, 10, 10]);
  });
  it('makes the same folds each time', () => {
    const all = drawn(1, 0, 50);
    expect(groupFolds(all, 5)).toEqual(groupFolds(all, 5));
    expect(groupFolds(all, 5, 2)).not.toEqual(groupFolds(all, 5, 1));
  });
});

describe('crossFit', () => {
  it('never judges an example by a fit that includes its group', () => {
    const all = drawn(1, 0, 40).map((one, i) => ({ ...one, group: String(i % 8) }));
    const fits: (readonly Example[])[] = [];
    const fitted = crossFit(all, (seen) => {
      fits.push(seen);
      return () => fits.length;
    });
    expect(fitted).toHaveLength(all.length);
    for (const { example: one, probability } of fitted) {
      expect(fits[probability - 1]?.map(({ group }) => group)).not.toContain(one.group);
    }
  });
  it('gives better probabilities than the raw score', () => {
    const all = drawn(12, -9, 2000);
    const raw = all.map((one) => ({ example: one, probability: one.score }));
    const fitted = crossFit(all, (seen) => applyLogistic(fitLogistic(seen)));
    expect(brier(fitted)!).toBeLessThan(brier(raw)!);
  });
});
