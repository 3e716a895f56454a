import { describe, expect, test } from 'vitest';
import type { Thing } from '../../../src/detectors/faces/objects.js';
import type { ThingKind } from '../../../src/detectors/faces/thing-kinds.js';
import { isDoubted, themesOf, withSecondPass } from '../../../src/detectors/objects/themes.js';
import { THEME_RULES } from '../../../src/rules/theme.js';

const PICTURE = { width: 1000, height: 1000 };

function thing(kind: ThingKind, score: number, side = 500): Thing {
  return { kind, score, box: { left: 100, top: 100, right: 100 + side, bottom: 100 + side } };
}

function person(score: number) {
  return { turns: 0, score, box: { left: 0, top: 0, right: 400, bottom: 900 } } as const;
}

/** The labels that reach the score of their rule. */
function reported(things: readonly Thing[], personScore?: number): string[] {
  const persons = personScore === undefined ? [] : [person(personScore)];
  return themesOf({ things, persons }, PICTURE)
    .filter(({ label, score }) => THEME_RULES.some((rule) => rule.labels.includes(label) && score >= rule.minScore))
    .map(({ label }) => label);
}

describe('a pet', () => {
  test.each(['dog', 'cat'] as const)('is a %s', (kind) => {
    expect(reported([thing(kind, 0.4)])).toEqual(['pet']);
  });

  test.each(['horse', 'bird', 'teddy bear', 'bear'] as const)('is not a %s', (kind) => {
    expect(reported([thing(kind, 0.9)])).toEqual([]);
  });

  test('next to people needs more than one alone', () => {
    expect(reported([thing('dog', 0.15)])).toEqual(['pet']);
    expect(reported([thing('dog', 0.15)], 0.7)).toEqual([]);
    expect(reported([thing('dog', 0.5)], 0.7)).toEqual(['pet']);
  });

  test('may be small', () => {
    expect(reported([thing('cat', 0.5, 60)])).toEqual(['pet']);
  });
});

describe('a vehicle', () => {
  test('fills at least 8 % of the picture', () => {
    expect(reported([thing('car', 0.6, 283)])).toEqual(['vehicle']);
    expect(reported([thing('car', 0.9, 282)])).toEqual([]);
  });

  test('that fills it counts, whatever is in the background', () => {
    const [seen] = themesOf({ things: [thing('car', 0.9, 60), thing('bus', 0.3)], persons: [] }, PICTURE);
    expect(seen).toMatchObject({ score: 0.3, kinds: ['bus'], box: { right: 600 } });
  });

  test.each(['bicycle', 'skateboard', 'traffic light'] as const)('is not a %s', (kind) => {
    expect(reported([thing(kind, 0.9)])).toEqual([]);
  });
});

test('names the kinds that are about as likely as the best one, once each', () => {
  const things = [thing('cat', 0.35), thing('dog', 0.5), thing('dog', 0.4), thing('dog', 0.31)];
  expect(themesOf({ things, persons: [] }, PICTURE).map(({ kinds }) => kinds)).toEqual([['dog', 'cat']]);
  const doubtful = [thing('dog', 0.5), thing('cat', 0.29)];
  expect(themesOf({ things: doubtful, persons: [] }, PICTURE).map(({ kinds }) => kinds)).toEqual([['dog']]);
});

test('a photo of several themes has each of them', () => {
  expect(reported([thing('car', 0.6), thing('dog', 0.5)])).toEqual(['pet', 'vehicle']);
});

describe('a second pass', () => {
  const pet = (score: number) => ({ label: 'pet', score, box: thing('dog', 1).box, kinds: ['dog'] }) as const;

  test('is worth its time for a doubtful pet only', () => {
    expect([0.04, 0.05, 0.59, 0.6].map((score) => isDoubted(pet(score)))).toEqual([false, true, true, false]);
    expect(isDoubted({ ...pet(0.3), label: 'vehicle' })).toBe(false);
  });

  test('counts as much as the first one', () => {
    expect(withSecondPass(pet(0.3), [pet(0.7)]).score).toBeCloseTo(0.5);
    expect(withSecondPass(pet(0.3), [pet(0.3)]).score).toBeCloseTo(0.3);
  });

  test('that finds nothing lowers the score, and changes none that is certain', () => {
    expect(withSecondPass(pet(0.5), []).score).toBeLessThan(0.2);
    expect(withSecondPass(pet(0.8), []).score).toBe(0.8);
  });
});
