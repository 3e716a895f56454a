// Logistic regression: evidence by name -> probability.

/** Coefficients of a logistic regression. */
export interface Logistic<Name extends string> {
  readonly intercept: number;
  readonly weights: Readonly<Record<Name, number>>;
}

/** Log odds. Increases with every value whose weight is positive. */
export function logitOf<Name extends string>(
  logistic: Logistic<Name>,
  evidence: Readonly<Record<NoInfer<Name>, number>>,
): number {
  const names = Object.keys(logistic.weights) as Name[];
  return names.reduce((total, name) => total + logistic.weights[name] * evidence[name], logistic.intercept);
}

/** Log odds -> 0..1. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** 0..1. Increases with every value whose weight is positive. */
export function probability<Name extends string>(
  logistic: Logistic<Name>,
  evidence: Readonly<Record<NoInfer<Name>, number>>,
): number {
  return sigmoid(logitOf(logistic, evidence));
}

/**
 * Scores are clamped to this range. Below it, the detector found nothing; above it, float32
 * saturates.
 */
const MIN_SCORE = 0.02;
const MAX_SCORE = 0.995;

/** The log odds of a score 0..1, clamped to the range in which scores differ. */
export function logOdds(score: number): number {
  const kept = Math.min(MAX_SCORE, Math.max(MIN_SCORE, score));
  return Math.log(kept / (1 - kept));
}
