import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '../../../src/detectors/faces/calibration.js';
import { ageInterval, childProbability } from '../../../src/detectors/faces/children.js';
import { logOdds, probability } from '../../../src/detectors/faces/logistic.js';

const scores = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const someAges = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 6 });

describe.each(['full', 'fast'] as const)('the %s calibrators', (speed) => {
  const calibration = CALIBRATION[speed];

  it('never hold a better-scored suspect for less of a face', () => {
    fc.assert(
      fc.property(scores, ([a, b]) => {
        const evidence = { other: logOdds(0.1), isTurned: 0, again: logOdds(0.5) };
        const [low, high] = [logOdds(Math.min(a, b)), logOdds(Math.max(a, b))];
        for (const logistic of [calibration.first, calibration.again]) {
          const less = probability(logistic, { ...evidence, best: low });
          expect(probability(logistic, { ...evidence, best: high })).toBeGreaterThanOrEqual(less);
        }
        const unconfirmed = probability(calibration.again, { ...evidence, best: 0, again: low });
        expect(probability(calibration.again, { ...evidence, best: 0, again: high })).toBeGreaterThanOrEqual(
          unconfirmed,
        );
      }),
    );
  });

  it('never hold an older face for more of a child', () => {
    fc.assert(
      fc.property(someAges, fc.double({ min: 0, max: 40, noNaN: true }), (ages, years) => {
        const older = ages.map((age) => age + years);
        expect(childProbability(older, calibration)).toBeLessThanOrEqual(childProbability(ages, calibration));
      }),
    );
  });

  it('tell a toddler from a grown-up', () => {
    expect(childProbability([3, 4, 5], calibration)).toBeGreaterThan(0.8);
    expect(childProbability([38, 41, 45], calibration)).toBeLessThan(0.2);
  });
});

describe('ageInterval', () => {
  it('holds the mean, in whole years from 0 on', () => {
    fc.assert(
      fc.property(someAges, (ages) => {
        const mean = ages.reduce((sum, age) => sum + age, 0) / ages.length;
        const [low, high] = ageInterval(ages, CALIBRATION.full);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
        expect([low, high].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('logOdds', () => {
  it('is finite for scores of 0 and 1, and 0 for one half', () => {
    expect(Number.isFinite(logOdds(0)) && Number.isFinite(logOdds(1))).toBe(true);
    expect(logOdds(0.5)).toBe(0);
  });
});
