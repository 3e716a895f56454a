import { describe, expect, it } from 'vitest';
import { isExamined, scoreCategory } from '../../eval/score.js';
import type { ProblemCode } from '../../src/types/problem.js';
import { detection, labelled, outcome, PROGRAM, result, SIMPLE } from './made.js';

const face = (name: string, group?: string) => labelled(`faces/${name}`, { faces: 1 }, group);
const negative = (name: string) => labelled(`negatives/${name}`, { faces: 0, people: false });
const seen = { detections: [detection('face', 0.9)] };
const unread = { examination: 'none', problems: [['corrupt']] } as const;
const inPart = { examination: 'partial', problems: [['detector-failed', 'faces and children']] } as const;

describe('a category', () => {
  it('counts found, missed, falsely flagged and correctly passed files', () => {
    const score = scoreCategory(
      SIMPLE,
      [
        outcome(face('a'), seen),
        outcome(face('b')),
        outcome(negative('c'), seen),
        outcome(negative('d')),
        outcome(negative('e')),
      ],
      PROGRAM,
    );
    expect(score.allPositives.share).toMatchObject({ count: 1, total: 2 });
    expect(score.allNegatives.share).toMatchObject({ count: 1, total: 3 });
    expect(score.precision).toMatchObject({ count: 1, total: 2 });
    expect(score.falseByRule).toEqual({ 'person/face': 1 });
  });

  it.each([
    ['without a result', null],
    ['not examined at all', unread],
    ['examined without its detector', inPart],
  ])('never counts a file %s as right', (_title, made) => {
    const score = scoreCategory(SIMPLE, [outcome(face('a'), made), outcome(negative('b'), made)], PROGRAM);
    expect(score.positives[0]).toMatchObject({ share: { count: 0, total: 1 }, notExamined: 1, isGoalMet: false });
    expect(score.negatives[0]).toMatchObject({
      share: { count: 0, total: 0, share: null },
      notExamined: 1,
      isGoalMet: null,
    });
    expect(score.curve).toBeNull();
  });

  it('counts findings in a file examined in part', () => {
    const score = scoreCategory(
      SIMPLE,
      [outcome(face('a'), { ...inPart, ...seen }), outcome(negative('b'), { ...inPart, ...seen })],
      PROGRAM,
    );
    expect(score.allPositives).toMatchObject({ share: { count: 1, total: 1 }, notExamined: 0 });
    expect(score.allNegatives).toMatchObject({ share: { count: 1, total: 1 }, notExamined: 0 });
  });

  it('scores nothing if the program has no such rule', () => {
    const score = scoreCategory(
      { ...SIMPLE, rules: ['weather/*'] },
      [outcome(face('a')), outcome(negative('b'))],
      PROGRAM,
    );
    expect(score.isLookedFor).toBe(false);
    expect(score.allPositives.share.count).toBe(0);
    expect(score.allNegatives).toMatchObject({ share: { total: 0 }, notExamined: 1 });
  });

  it('flags from the threshold of the rule, and at any score if proved', () => {
    const category = { ...SIMPLE, rules: ['document/passport'] };
    const at = (score: number, proved: boolean) =>
      scoreCategory(
        category,
        [outcome(face('a'), { detections: [detection('passport', score, { proved })] })],
        PROGRAM,
      );
    const { minScore } = PROGRAM.rules.find(({ id }) => id === 'document/passport')!;
    expect(at(minScore - 0.01, false).allPositives.share.count).toBe(0);
    expect(at(minScore, false).allPositives.share.count).toBe(1);
    expect(at(minScore - 0.01, true).allPositives.share.count).toBe(1);
  });

  it('counts only proved findings if it requires that', () => {
    const category = { ...SIMPLE, rules: ['document/passport'], isProvedOnly: true };
    const files = [outcome(face('a'), { detections: [detection('passport', 1)] })];
    expect(scoreCategory(category, files, PROGRAM).allPositives.share.count).toBe(0);
  });

  it('counts a file of several rows once in the total', () => {
    const twice = [...SIMPLE.positives, { id: 'again', title: 'again', includes: SIMPLE.positives[0]!.includes }];
    const score = scoreCategory({ ...SIMPLE, positives: twice }, [outcome(face('a'), seen)], PROGRAM);
    expect(score.positives.map(({ share }) => share.total)).toEqual([1, 1]);
    expect(score.allPositives.share.total).toBe(1);
  });

  it('counts only the findings that a row is about', () => {
    const meant = SIMPLE.positives.map((row) => ({ ...row, isMeant: () => false }));
    const score = scoreCategory({ ...SIMPLE, positives: meant }, [outcome(face('a'), seen)], PROGRAM);
    expect(score.positives[0]?.share).toMatchObject({ count: 0, total: 1 });
    expect(score.allPositives.share).toMatchObject({ count: 0, total: 1 });
  });

  it('refuses to call a file both positive and negative', () => {
    const torn = { ...SIMPLE, negatives: SIMPLE.positives };
    expect(() => scoreCategory(torn, [outcome(face('a'))], PROGRAM)).toThrow('positive and negative');
  });

  it('includes scores below the threshold in the curve', () => {
    const low = { detections: [detection('face', 0.2)] };
    const lower = { detections: [detection('face', 0.1)] };
    const { curve, allPositives } = scoreCategory(
      SIMPLE,
      [outcome(face('a'), low), outcome(negative('b'), lower)],
      PROGRAM,
    );
    expect(allPositives.share.count).toBe(0);
    expect(curve).toMatchObject({ auc: 1, operating: { recall: 0 } });
    expect(curve?.points[0]).toMatchObject({ maxFalse: 0.01, recall: 1, threshold: 0.2 });
  });
});

describe('a check', () => {
  const check = { id: 'c', title: 'c', includes: SIMPLE.positives[0]!.includes, isRight: () => true };

  it('is never right on a file without a result', () => {
    const score = scoreCategory(
      { ...SIMPLE, checks: [check] },
      [outcome(face('a'), null), outcome(face('b'))],
      PROGRAM,
    );
    expect(score.checks[0]?.share).toMatchObject({ count: 1, total: 2 });
  });
  it('states that nothing was checked if its rule is missing', () => {
    const checks = [{ ...check, rule: 'document/none-such' }];
    expect(scoreCategory({ ...SIMPLE, checks }, [outcome(face('a'))], PROGRAM).checks[0]?.isLookedFor).toBe(false);
  });
});

describe('whether a file was examined', () => {
  const [metadata, faces] = PROGRAM.detectors;
  const partial = (code: ProblemCode, detail?: string) =>
    result({ examination: 'partial', problems: [detail === undefined ? [code] : [code, detail]] });
  const is = (code: ProblemCode, detector: typeof faces, detail?: string) =>
    isExamined(partial(code, detail), [detector!], PROGRAM.detectors);

  it('depends on what its detector needs', () => {
    expect(is('corrupt', faces)).toBe(false);
    expect(is('corrupt', metadata)).toBe(true);
    expect(is('metadata-unreadable', faces)).toBe(true);
    expect(is('metadata-unreadable', metadata)).toBe(false);
  });
  it('depends on which detector failed', () => {
    expect(is('detector-failed', faces, 'documents and text')).toBe(true);
    expect(is('engine-cannot-run', faces, 'documents and text')).toBe(true);
    expect(is('detector-failed', faces, 'faces and children')).toBe(false);
    expect(is('detector-failed', faces, 'something unheard of')).toBe(false);
  });
  it('is false if the worker was lost', () => expect(is('time-limit', metadata)).toBe(false));
});
