import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '../../../src/detectors/faces/calibration.js';
import {
  ageInterval,
  childProbability,
  faceEvidence,
  findChildren,
  UNSEEN,
} from '../../../src/detectors/faces/children.js';
import { logOdds, probability } from '../../../src/detectors/faces/logistic.js';

const scores = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const scenes = fc.option(fc.double({ min: -9, max: 9, noNaN: true }));
const years = fc.double({ min: 0, max: 40, noNaN: true });
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
      fc.property(someAges, share, share, scenes, years, (ages, a, b, scene, later) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const younger = faceEvidence({ years: ages, under13: high });
        const older = faceEvidence({ years: ages.map((age) => age + later), under13: low });
        expect(childProbability(older, scene, calibration)).toBeLessThanOrEqual(
          childProbability(younger, scene, calibration),
        );
      }),
    );
  });

  it('never hold a picture that looks more like one with a child for less of one', () => {
    fc.assert(
      fc.property(someAges, share, fc.double({ min: -9, max: 9, noNaN: true }), (ages, under13, scene) => {
        const evidence = faceEvidence({ years: ages, under13 });
        expect(childProbability(evidence, scene, calibration)).toBeLessThanOrEqual(
          childProbability(evidence, scene + 1, calibration),
        );
      }),
    );
  });

  it('tell a toddler from a grown-up, with and without the whole picture', () => {
    const toddler = faceEvidence({ years: [3, 4, 5], under13: 0.9 });
    const grownUp = faceEvidence({ years: [38, 41, 45], under13: 0.01 });
    for (const scene of [0, null]) {
      expect(childProbability(toddler, scene, calibration)).toBeGreaterThan(0.7);
      expect(childProbability(grownUp, scene, calibration)).toBeLessThan(0.2);
    }
  });
});

describe('findChildren', () => {
  const child = faceEvidence({ years: [3, 4, 5], under13: 0.9 });
  const adult = faceEvidence({ years: [38, 41, 45], under13: 0.01 });

  it('places a child at the face that looks like one, and at no grown-up’s', () => {
    expect(findChildren([adult, child], 1, CALIBRATION.full).map(({ face }) => face)).toEqual([1]);
  });

  it('speaks of a child without a face where only the picture tells', () => {
    expect(findChildren([], 4, CALIBRATION.full)).toEqual([{ face: null, probability: expect.any(Number) }]);
    expect(findChildren([adult], 4, CALIBRATION.full).map(({ face }) => face)).toEqual([null]);
  });

  it('is surer of a photo without a face than of one with a grown-up’s alone', () => {
    const [none] = findChildren([], 3, CALIBRATION.full);
    const [beside] = findChildren([adult], 3, CALIBRATION.full);
    expect(none!.probability).toBeGreaterThan(beside!.probability);
    expect(none!.probability).toBeCloseTo(childProbability(UNSEEN, 3, CALIBRATION.full));
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
