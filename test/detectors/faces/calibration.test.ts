import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '../../../src/detectors/faces/calibration.js';
import { CHILD_CALIBRATION, NO_ONE_FOUND, TEENAGER } from '../../../src/detectors/faces/child-calibration.js';
import {
  ageInterval,
  candidateLogit,
  faceEvidence,
  isOwnChild,
  judgeByLook,
  judgeChildren,
  pairUp,
  personEvidence,
  readingOf,
  someChild,
  teenager,
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
});

/** An age reading; the other outputs do not count here. */
const reading = (years: readonly number[], under13: number) => ({ years, under13, from13To17: 0.1, features: null });

describe.each(['complete', 'facesOnly'] as const)('the calibrator of children, %s', (kind) => {
  const calibration = CHILD_CALIBRATION[kind];

  it('never give an older face a higher probability of a child', () => {
    fc.assert(
      fc.property(someAges, share, share, persons, share, years, (ages, a, b, whole, size, later) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const younger = faceEvidence(reading(ages, high), 0);
        const older = faceEvidence(
          reading(
            ages.map((age) => age + later),
            low,
          ),
          -0.5,
        );
        const logitOf = (face: typeof younger) => candidateLogit({ face, person: whole, share: size }, calibration);
        // Equal except for the last bits if only one of the two models counts.
        expect(logitOf(older)).toBeLessThanOrEqual(logitOf(younger) + 1e-12);
      }),
    );
  });

  it('never give a person who looks more like a child a lower probability', () => {
    fc.assert(
      fc.property(someAges, share, person, share, (ages, under13, logit, size) => {
        const face = faceEvidence(reading(ages, under13), 0);
        const logitOf = (whole: number) => candidateLogit({ face, person: whole, share: size }, calibration);
        expect(logitOf(logit)).toBeLessThanOrEqual(logitOf(logit + 1) + 1e-12);
      }),
    );
  });

  it('let a face that fills the picture decide alone', () => {
    const face = faceEvidence(reading([38, 41, 45], 0.01), -2);
    const alone = candidateLogit({ face, person: null, share: 0.9 }, calibration);
    expect(candidateLogit({ face, person: 5, share: 0.9 }, calibration)).toBeCloseTo(alone);
  });

  it('distinguish a toddler from an adult by the face', () => {
    const toddler = faceEvidence(reading([3, 4, 5], 0.95), 3);
    const adult = faceEvidence(reading([38, 41, 45], 0.01), -3);
    const found = [toddler, adult].map(
      (face) => judgeChildren([{ face, person: null, share: 0.6 }], 0, calibration)[0]!,
    );
    expect(found[0]).toBeGreaterThan(0.8);
    expect(found[1]).toBeLessThan(0.1);
    expect(isOwnChild(toddler, calibration)).toBe(true);
    expect(isOwnChild(adult, calibration)).toBe(false);
  });
});

describe('the calibrator of children with all models', () => {
  const { complete } = CHILD_CALIBRATION;

  it('distinguishes persons without a face', () => {
    const [child, adult] = [4, -4].map((person) => judgeChildren([{ face: null, person, share: 0 }], 0, complete)[0]!);
    expect(child).toBeGreaterThan(0.6);
    expect(adult).toBeLessThan(0.1);
  });

  it('takes the look of the whole photo for evidence, within limits', () => {
    const candidates = [{ face: null, person: 0, share: 0 }];
    const [low, none, high, higher] = [-3, 0, 3, 300].map((scene) => judgeChildren(candidates, scene, complete)[0]!);
    expect(low).toBeLessThan(none!);
    expect(none).toBeLessThan(high!);
    expect(higher).toBeLessThan(1);
  });
});

describe('a face that fills the picture', () => {
  it('leaves no scene that could count', () => {
    const face = faceEvidence(reading([8, 9], 0.5), 0);
    const [close, far] = [0.85, 0.2].map((share) => {
      const of = (scene: number) =>
        judgeChildren([{ face, person: null, share }], scene, CHILD_CALIBRATION.complete)[0]!;
      return of(3) - of(-3);
    });
    expect(close).toBeCloseTo(0);
    expect(far).toBeGreaterThan(0.2);
  });
});

describe('a photo in which no one was found', () => {
  it('may show a child if it clearly looks like it', () => {
    expect(judgeByLook(3, 5, NO_ONE_FOUND)).toBeGreaterThan(0.5);
    expect(judgeByLook(0, 5, NO_ONE_FOUND)).toBeLessThan(0.15);
    expect(judgeByLook(300, 5, NO_ONE_FOUND)).toBeLessThan(1);
  });

  it('shows none if it looks like no photo of real people', () => {
    expect(judgeByLook(6, -1, NO_ONE_FOUND)).toBe(0);
  });
});

describe('teenager', () => {
  it('is more likely the more of the ages are from 13 to 17', () => {
    const of = (from13To17: number) => teenager({ ...reading([15, 16], 0.2), from13To17 }, 0, TEENAGER);
    expect(of(0.7)).toBeGreaterThan(of(0.05));
    expect(of(0.9)).toBeLessThan(1);
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

describe('someChild', () => {
  it('combines the two most likely, and no more', () => {
    expect(someChild([0])).toBeCloseTo(0);
    expect(someChild([0, 0])).toBeCloseTo(Math.log(3));
    expect(someChild([0, 0, -0.1, -0.1])).toBeCloseTo(someChild([0, 0]));
  });
});

describe('judgeChildren', () => {
  it('gives the most likely candidate the probability of the photo, and the others their own', () => {
    const readings = [-3, 1, 1.5].map((logit) => ({ face: null, person: logit, share: 0 }));
    const together = judgeChildren(readings, 0, CHILD_CALIBRATION.complete);
    const alone = readings.map((one) => judgeChildren([one], 0, CHILD_CALIBRATION.complete)[0]!);
    for (const place of [0, 1]) expect(together[place]).toBeCloseTo(alone[place]!);
    expect(together[2]).toBeGreaterThan(alone[2]!);
  });

  it('is empty for a picture without people', () => {
    expect(judgeChildren([], 0, CHILD_CALIBRATION.complete)).toEqual([]);
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
  const adult = faceEvidence(reading([31, 35], 0.01), 0);
  const child = faceEvidence(reading([9, 12], 0.4), 0);

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
