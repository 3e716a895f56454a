import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '../../../src/detectors/faces/calibration.js';
import {
  ageInterval,
  childProbability,
  faceEvidence,
  isOwnChild,
  judgeChildren,
  pairUp,
  personEvidence,
  readingOf,
  someChild,
} from '../../../src/detectors/faces/children.js';
import { logOdds, probability } from '../../../src/detectors/faces/logistic.js';

const scores = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const person = fc.double({ min: -9, max: 9, noNaN: true });
const persons = fc.option(person);
const years = fc.double({ min: 0, max: 40, noNaN: true });
const someAges = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 6 });

describe.each(['full', 'fast'] as const)('the %s calibrators', (speed) => {
  const calibration = CALIBRATION[speed];

  it('never give a higher-scored suspect a lower probability of a face', () => {
    fc.assert(
      fc.property(scores, ([a, b]) => {
        const evidence = { other: logOdds(0.1), people: logOdds(0.3), isTurned: 0, again: logOdds(0.5) };
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

  it('never give an older face a higher probability of a child', () => {
    fc.assert(
      fc.property(someAges, share, share, persons, share, years, (ages, a, b, whole, size, later) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const younger = faceEvidence({ years: ages, under13: high });
        const older = faceEvidence({ years: ages.map((age) => age + later), under13: low });
        const probabilityOf = (face: typeof younger) =>
          childProbability({ face, person: whole, share: size }, calibration);
        // Equal except for the last bits if only one of the two models counts.
        expect(probabilityOf(older)).toBeLessThanOrEqual(probabilityOf(younger) + 1e-12);
      }),
    );
  });

  it('never give a person who looks more like a child a lower probability', () => {
    fc.assert(
      fc.property(someAges, share, person, share, (ages, under13, logit, size) => {
        const face = faceEvidence({ years: ages, under13 });
        const probabilityOf = (whole: number) => childProbability({ face, person: whole, share: size }, calibration);
        expect(probabilityOf(logit)).toBeLessThanOrEqual(probabilityOf(logit + 1) + 1e-12);
      }),
    );
  });

  it('distinguish a toddler from an adult, by the face alone and with the whole person', () => {
    const toddler = faceEvidence({ years: [3, 4, 5], under13: 0.9 });
    const adult = faceEvidence({ years: [38, 41, 45], under13: 0.01 });
    for (const [face, whole, isChild] of [
      [toddler, null, true],
      [toddler, 3, true],
      [adult, null, false],
      [adult, -3, false],
      [null, 4, true],
      [null, -3, false],
    ] as const) {
      const found = childProbability({ face, person: whole, share: face ? 0.1 : 0 }, calibration);
      expect(isChild ? found : 1 - found).toBeGreaterThan(0.6);
    }
  });

  it('let a face that fills the picture decide alone', () => {
    const face = faceEvidence({ years: [38, 41, 45], under13: 0.01 });
    const alone = childProbability({ face, person: null, share: 0.9 }, calibration);
    expect(childProbability({ face, person: 5, share: 0.9 }, calibration)).toBeCloseTo(alone);
  });

  it('locate a child at a face that looks like one, and not at the face of an adult', () => {
    const [child, adult] = [0.9, 0.01].map((under13) => faceEvidence({ years: [under13 > 0.5 ? 4 : 41], under13 }));
    expect(isOwnChild(child!, calibration.childByFace)).toBe(true);
    expect(isOwnChild(adult!, calibration.childByFace)).toBe(false);
  });
});

describe('pairUp', () => {
  const box = (left: number, top: number, side: number, height = side) => ({
    left,
    top,
    right: left + side,
    bottom: top + height,
  });

  it('assigns each face to the smallest person that contains it', () => {
    const [adult, held] = [box(0, 0, 100, 300), box(20, 80, 40, 80)];
    expect(pairUp([box(40, 10, 20), box(30, 85, 15)], [adult, held])).toEqual([
      { face: 0, person: 0 },
      { face: 1, person: 1 },
    ]);
  });

  it('assigns a person at most one face, the largest, and drops no face', () => {
    expect(pairUp([box(10, 10, 10), box(40, 10, 20)], [box(0, 0, 100, 300)])).toEqual([
      { face: 1, person: 0 },
      { face: 0, person: null },
    ]);
  });

  it('includes people without a face and faces without a person', () => {
    expect(pairUp([box(500, 0, 20)], [box(0, 0, 100, 300)])).toEqual([
      { face: null, person: 0 },
      { face: 0, person: null },
    ]);
  });

  it('contains every face and every person once, wherever they are', () => {
    const side = fc.integer({ min: 1, max: 60 });
    const boxes = fc.array(
      fc.tuple(side, side, side, side).map(([l, t, w, h]) => box(l, t, w, h)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(boxes, boxes, (faces, people) => {
        const pairs = pairUp(faces, people);
        const places = (of: 'face' | 'person') => pairs.flatMap((pair) => pair[of] ?? []).sort((a, b) => a - b);
        expect(places('face')).toEqual([...faces.keys()]);
        expect(places('person')).toEqual([...people.keys()]);
      }),
    );
  });
});

describe('personEvidence', () => {
  it('is low for an unlikely person, and stays finite', () => {
    expect(personEvidence(2, 0.25)).toBeLessThan(personEvidence(2, 0.5));
    expect(personEvidence(2, 0.9)).toBeCloseTo(2);
    expect([personEvidence(99, 1), personEvidence(-99, 0)].every(Number.isFinite)).toBe(true);
  });
});

describe('judgeChildren', () => {
  it('gives the most likely candidate the probability of the photo, and the others their own', () => {
    const readings = [-3, 1, 1.5].map((logit) => ({ face: null, person: logit, share: 0 }));
    const own = readings.map((reading) => childProbability(reading, CALIBRATION.full));
    const judged = judgeChildren(readings, CALIBRATION.full);
    expect(judged.slice(0, 2)).toEqual(own.slice(0, 2));
    expect(judged[2]).toBeCloseTo(someChild(own));
    expect(judged[2]).toBeGreaterThan(own[2]!);
  });

  it('is empty for a picture without people', () => {
    expect(judgeChildren([], CALIBRATION.full)).toEqual([]);
  });
});

describe('ageInterval', () => {
  it('contains the mean, in whole years from 0 on', () => {
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

describe('readingOf', () => {
  const adult = faceEvidence({ years: [31, 35], under13: 0.01 });
  const child = faceEvidence({ years: [9, 12], under13: 0.4 });

  it('lets the whole person count against a child but not for one if a clear face is an adult’s', () => {
    expect(readingOf(adult, 2, 0.2).person).toBe(0);
    expect(readingOf(adult, -2, 0.2).person).toBe(-2);
  });

  it('uses the whole person if the face is small, young or missing', () => {
    expect(readingOf(adult, 2, 0.05).person).toBe(2);
    expect(readingOf(child, 2, 0.2).person).toBe(2);
    expect(readingOf(null, 2, 0).person).toBe(2);
  });
});
