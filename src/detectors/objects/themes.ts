// The themes of a photo by the things in it. Weights and limits are fitted on one half of labelled
// everyday photos and measured on the other one (docs/accuracy.md).
import { boxArea, type EdgeBox, type PictureSize } from '../faces/boxes.js';
import { logOdds, sigmoid } from '../faces/logistic.js';
import type { FoundObjects, Thing } from '../faces/objects.js';
import { highestScore } from '../faces/persons.js';
import type { ThingKind } from '../faces/thing-kinds.js';
import type { ThemeLabel } from './declaration.js';

export interface SeenTheme {
  readonly label: ThemeLabel;
  /** 0..1; orders photos, no more. */
  readonly score: number;
  /** The thing of the highest score, in pixels of the picture. */
  readonly box: EdgeBox;
  /** The kinds of things that were found, the highest score first. */
  readonly kinds: readonly ThingKind[];
}

interface Theme {
  readonly label: ThemeLabel;
  readonly kinds: readonly ThingKind[];
  /** Things that cover a smaller share of the picture, 0..1, are in the background. */
  readonly minShare: number;
  /**
   * @param thing the highest score of a thing of these kinds
   * @param person the highest score of a person
   */
  readonly score: (thing: number, person: number) => number;
}

/** Scores below this one are taken for this one: the network says little there. */
const FLOOR = 0.05;

const THEMES: readonly Theme[] = [
  {
    label: 'pet',
    kinds: ['dog', 'cat'],
    minShare: 0,
    // Where no person is seen, a weak dog is mostly a dog; beside people it is mostly a part of
    // them.
    score: (thing, person) => sigmoid(1.63 + 2.18 * logOdds(thing) - 1.06 * logOdds(Math.max(FLOOR, person))),
  },
  {
    label: 'vehicle',
    kinds: ['car', 'motorcycle', 'bus', 'train', 'truck', 'airplane', 'boat'],
    minShare: 0.08,
    score: (thing) => thing,
  },
];

/** One for each theme that has a thing in the picture, however low its score. */
export function themesOf({ things, persons }: FoundObjects, picture: PictureSize): readonly SeenTheme[] {
  return THEMES.flatMap(({ label, kinds, minShare, score }) => {
    const minArea = minShare * picture.width * picture.height;
    const shown = things
      .filter(({ kind, box }) => kinds.includes(kind) && boxArea(box) >= minArea)
      .toSorted((a, b) => b.score - a.score);
    const [best] = shown;
    if (best === undefined || best.score <= FLOOR) return [];
    const seen = { label, score: score(best.score, highestScore(persons)), box: best.box, kinds: named(shown, best) };
    return [seen];
  });
}

/**
 * Scores between which a pet is in doubt. One everyday photo in six is; with a pass over a smaller
 * picture 90 instead of 84 of 100 pets are found (docs/accuracy.md).
 */
const DOUBT = { from: 0.05, below: 0.6 };

/** Whether a second pass is worth its time. */
export function isDoubted({ label, score }: SeenTheme): boolean {
  return label === 'pet' && score >= DOUBT.from && score < DOUBT.below;
}

/** The same theme with the mean of two passes, in log odds, where the first one left a doubt. */
export function withSecondPass(first: SeenTheme, second: readonly SeenTheme[]): SeenTheme {
  if (!isDoubted(first)) return first;
  const other = second.find(({ label }) => label === first.label)?.score ?? 0;
  return { ...first, score: sigmoid((logOdds(first.score) + logOdds(other)) / 2) };
}

/** A further kind is named if its score is at least this share of the best one. */
const NAMED_FROM = 0.6;

function named(shown: readonly Thing[], best: Thing): readonly ThingKind[] {
  return [...new Set(shown.filter(({ score }) => score >= NAMED_FROM * best.score).map(({ kind }) => kind))];
}
