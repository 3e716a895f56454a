// Calibrators from raw scores to probabilities. They are fitted across folds, so that no file is
// judged by a fit that includes it.
import { byGroup, randomFrom } from './stats.js';

/** Maps a raw score to a probability 0..1; never decreases with the score. */
export type Calibrator = (score: number) => number;

export interface Example {
  readonly score: number;
  readonly isPositive: boolean;
  /** Near-duplicates share a group, and a split never separates them. */
  readonly group: string;
}

/** probability = 1 / (1 + exp(-(slope * score + intercept))) */
export interface Logistic {
  readonly slope: number;
  readonly intercept: number;
}

/** Newton's method converges within ten rounds on all data so far; the rest is a margin. */
const MAX_ROUNDS = 100;
/** Curvature added so that the slope stays finite on separable examples. */
const RIDGE = 1e-6;

export function applyLogistic({ slope, intercept }: Logistic): Calibrator {
  return (score) => 1 / (1 + Math.exp(-(slope * score + intercept)));
}

/** Mean log loss of the line, for the softened targets. */
function logLoss(examples: readonly Example[], target: (example: Example) => number, line: Logistic): number {
  return examples.reduce((sum, example) => {
    const z = line.slope * example.score + line.intercept;
    // log(1 + e^z), without overflow
    const softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    return sum + softplus - target(example) * z;
  }, 0);
}

/**
 * Platt scaling with his softened targets (Platt 1999; Newton steps with halving after Lin, Lin and
 * Weng 2007).
 * If the slope is below 0 (the score orders the wrong way), returns a slope of 0 and the overall
 * share.
 * @throws RangeError without examples
 */
export function fitLogistic(examples: readonly Example[]): Logistic {
  if (examples.length === 0) throw new RangeError('no examples to fit');
  const positives = examples.filter((example) => example.isPositive).length;
  const negatives = examples.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const target = (example: Example): number => (example.isPositive ? high : low);
  const flat = { slope: 0, intercept: Math.log((positives + 1) / (negatives + 1)) };
  let line: Logistic = flat;
  let loss = logLoss(examples, target, line);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let g1 = 0;
    let g0 = 0;
    let h11 = RIDGE;
    let h10 = 0;
    let h00 = RIDGE;
    const predict = applyLogistic(line);
    for (const example of examples) {
      const p = predict(example.score);
      const error = p - target(example);
      const weight = p * (1 - p);
      g1 += error * example.score;
      g0 += error;
      h11 += weight * example.score * example.score;
      h10 += weight * example.score;
      h00 += weight;
    }
    const determinant = h11 * h00 - h10 * h10;
    const step1 = (h00 * g1 - h10 * g0) / determinant;
    const step0 = (h11 * g0 - h10 * g1) / determinant;
    let size = 1;
    let next: Logistic = line;
    let nextLoss = loss;
    for (; size > 1e-10; size /= 2) {
      next = { slope: line.slope - size * step1, intercept: line.intercept - size * step0 };
      nextLoss = logLoss(examples, target, next);
      if (nextLoss < loss) break;
    }
    if (!(nextLoss < loss - 1e-12 * Math.abs(loss))) break;
    line = next;
    loss = nextLoss;
  }
  return line.slope < 0 ? flat : line;
}

/**
 * Steps of a non-decreasing function: each `probability` applies from its `score` to the next step.
 * Scores ascend.
 */
export type Isotonic = readonly { readonly score: number; readonly probability: number }[];

/**
 * Pool-adjacent-violators (Ayer et al. 1955).
 * @throws RangeError without examples
 */
export function fitIsotonic(examples: readonly Example[]): Isotonic {
  if (examples.length === 0) throw new RangeError('no examples to fit');
  const sorted = [...examples].sort((a, b) => a.score - b.score);
  const blocks: { score: number; positives: number; total: number }[] = [];
  for (const example of sorted) {
    const last = blocks.at(-1);
    const positive = example.isPositive ? 1 : 0;
    if (last !== undefined && last.score === example.score) {
      last.positives += positive;
      last.total += 1;
    } else {
      blocks.push({ score: example.score, positives: positive, total: 1 });
    }
  }
  const pooled: typeof blocks = [];
  for (const block of blocks) {
    pooled.push(block);
    for (;;) {
      const upper = pooled.at(-1);
      const lower = pooled.at(-2);
      if (upper === undefined || lower === undefined) break;
      if (lower.positives / lower.total < upper.positives / upper.total) break;
      pooled.splice(-2, 2, {
        score: lower.score,
        positives: lower.positives + upper.positives,
        total: lower.total + upper.total,
      });
    }
  }
  return pooled.map(({ score, positives, total }) => ({ score, probability: positives / total }));
}

/** A score below the first step gets the probability of the first step. */
export function applyIsotonic(steps: Isotonic): Calibrator {
  return (score) => {
    let probability = steps[0]?.probability ?? 0;
    for (const step of steps) {
      if (step.score > score) break;
      probability = step.probability;
    }
    return probability;
  };
}

/**
 * Assigns whole groups to `count` folds of about equal size, largest group first. Deterministic for
 * the same items and seed.
 */
export function groupFolds<T extends { readonly group: string }>(items: readonly T[], count: number, seed = 1): T[][] {
  if (!Number.isInteger(count) || count < 2) throw new RangeError('at least two folds');
  const random = randomFrom(seed);
  const groups = byGroup(items)
    .map((group) => ({ group, draw: random() }))
    .sort((a, b) => b.group.length - a.group.length || a.draw - b.draw);
  const folds: T[][] = Array.from({ length: count }, () => []);
  for (const { group } of groups) {
    const smallest = folds.reduce((least, fold) => (fold.length < least.length ? fold : least));
    smallest.push(...group);
  }
  return folds;
}

export interface CrossFitted<T extends Example> {
  readonly example: T;
  /** From a calibrator fitted without this example and without its group. */
  readonly probability: number;
}

/** Judges every example by a calibrator fitted on the other folds. */
export function crossFit<T extends Example>(
  examples: readonly T[],
  fitTo: (examples: readonly T[]) => Calibrator,
  folds = 5,
  seed = 1,
): CrossFitted<T>[] {
  const parts = groupFolds(examples, folds, seed);
  return parts.flatMap((held, index) => {
    if (held.length === 0) return [];
    const calibrate = fitTo(parts.flatMap((part, other) => (other === index ? [] : part)));
    return held.map((example) => ({ example, probability: calibrate(example.score) }));
  });
}

/**
 * Mean squared difference of probability and truth: 0 is perfect, 0.25 is a coin toss. Null without
 * examples.
 */
export function brier(fitted: readonly CrossFitted<Example>[]): number | null {
  if (fitted.length === 0) return null;
  const sum = fitted.reduce(
    (acc, { example, probability }) => acc + (probability - (example.isPositive ? 1 : 0)) ** 2,
    0,
  );
  return sum / fitted.length;
}
