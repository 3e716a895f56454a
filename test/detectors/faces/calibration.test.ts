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

  it('never hold a better-scored suspect for less of a face', () => {
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

  it('never hold an older face for more of a child', () => {
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

  it('never hold a person more like a child for less of one', () => {
    fc.assert(
      fc.property(someAges, share, person, share, (ages, under13, logit, size) => {
        const face = faceEvidence({ years: ages, under13 });
        const probabilityOf = (whole: number) => childProbability({ face, person: whole, share: size }, calibration);
        expect(probabilityOf(logit)).toBeLessThanOrEqual(probabilityOf(logit + 1) + 1e-12);
      }),
    );
  });

  it('tell a toddler from a grown-up, by the face alone and with the person it belongs to', () => {
    const toddler = faceEvidence({ years: [3, 4, 5], under13: 0.9 });
    const grownUp = faceEvidence({ years: [38, 41, 45], under13: 0.01 });
    for (const [face, whole, isChild] of [
      [toddler, null, true],
      [toddler, 3, true],
      [grownUp, null, false],
      [grownUp, -3, false],
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

  it('place a child at the face that looks like one, and at no grown-up’s', () => {
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

  it('gives each face to the smallest person that holds it', () => {
    const [adult, held] = [box(0, 0, 100, 300), box(20, 80, 40, 80)];
    expect(pairUp([box(40, 10, 20), box(30, 85, 15)], [adult, held])).toEqual([
      { face: 0, person: 0 },
      { face: 1, person: 1 },
    ]);
  });

  it('gives a person one face at most, the largest, and leaves out nobody', () => {
    expect(pairUp([box(10, 10, 10), box(40, 10, 20)], [box(0, 0, 100, 300)])).toEqual([
      { face: 1, person: 0 },
      { face: 0, person: null },
    ]);
  });

  it('names people without a face and faces without a person', () => {
    expect(pairUp([box(500, 0, 20)], [box(0, 0, 100, 300)])).toEqual([
      { face: null, person: 0 },
      { face: 0, person: null },
    ]);
  });

  it('holds every face and every person once, wherever they are', () => {
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
  it('takes what is hardly a person for hardly a child, and stays finite', () => {
    expect(personEvidence(2, 0.25)).toBeLessThan(personEvidence(2, 0.5));
    expect(personEvidence(2, 0.9)).toBeCloseTo(2);
    expect([personEvidence(99, 1), personEvidence(-99, 0)].every(Number.isFinite)).toBe(true);
  });
});

describe('judgeChildren', () => {
  it('lets the likeliest stand for the photo, and the others for themselves', () => {
    const readings = [-3, 1, 1.5].map((logit) => ({ face: null, person: logit, share: 0 }));
    const own = readings.map((reading) => childProbability(reading, CALIBRATION.full));
    const judged = judgeChildren(readings, CALIBRATION.full);
    expect(judged.slice(0, 2)).toEqual(own.slice(0, 2));
    expect(judged[2]).toBeCloseTo(someChild(own));
    expect(judged[2]).toBeGreaterThan(own[2]!);
  });

  it('says nothing of a picture without anybody', () => {
    expect(judgeChildren([], CALIBRATION.full)).toEqual([]);
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

describe('readingOf', () => {
  const grownUp = faceEvidence({ years: [31, 35], under13: 0.01 });
  const child = faceEvidence({ years: [9, 12], under13: 0.4 });

  it('lets the whole of a person speak against a child but not for one where a clear face is a grown-up’s', () => {
    expect(readingOf(grownUp, 2, 0.2).person).toBe(0);
    expect(readingOf(grownUp, -2, 0.2).person).toBe(-2);
  });

  it('believes the person where the face is small, young or not there', () => {
    expect(readingOf(grownUp, 2, 0.05).person).toBe(2);
    expect(readingOf(child, 2, 0.2).person).toBe(2);
    expect(readingOf(null, 2, 0).person).toBe(2);
  });
});
