// The statistics of the evaluation: shares with intervals, curves, and resampling that keeps
// near-duplicates together.

/** Two-sided 95 % point of the normal distribution. */
const Z95 = 1.959963984540054;

/** Resamples per interval: each end of a 95 % interval then rests on 25 samples. */
const RESAMPLES = 1000;

/** Both ends in 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `count` of `total`; share and interval are null if total is 0. */
export interface Share {
  readonly count: number;
  readonly total: number;
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** Wilson's score interval at 95 %; null if total is 0. Source: Wilson 1927, JASA 22:209. */
export function wilson(count: number, total: number): Interval | null {
  if (total === 0) return null;
  const p = count / total;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * total)) / (1 + z2 / total);
  const half = (Z95 / (1 + z2 / total)) * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total));
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}

export function share(count: number, total: number): Share {
  return { count, total, share: total === 0 ? null : count / total, interval: wilson(count, total) };
}

/** Harmonic mean of precision and recall; null if either is unknown or both are 0. */
export function f1(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null || precision + recall === 0) return null;
  return (2 * precision * recall) / (precision + recall);
}

/**
 * A scored file. `score` is null if the file was not examined: a positive that no threshold finds.
 */
export interface Scored {
  readonly isPositive: boolean;
  /** 0..1; 0 without any detection. */
  readonly score: number | null;
  readonly group: string;
}

/** Skips unexamined negatives: they count as neither right nor wrong. */
function counted(items: readonly Scored[]): Scored[] {
  return items.filter((item) => item.isPositive || item.score !== null);
}

/**
 * Probability that a positive scores above a negative; ties count half (Mann-Whitney).
 * An unexamined positive ranks below all. Null without positives or without negatives.
 */
export function auc(items: readonly Scored[]): number | null {
  const ranked = counted(items)
    .map((item) => ({ isPositive: item.isPositive, score: item.score ?? -1 }))
    .sort((a, b) => a.score - b.score);
  const positives = ranked.filter((item) => item.isPositive).length;
  const negatives = ranked.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let rankSum = 0;
  for (let start = 0; start < ranked.length; ) {
    let end = start;
    while (end < ranked.length && ranked[end]?.score === ranked[start]?.score) end += 1;
    const meanRank = (start + 1 + end) / 2;
    for (let i = start; i < end; i += 1) if (ranked[i]?.isPositive) rankSum += meanRank;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

export interface CurvePoint {
  /**
   * Files are flagged from this score on; greater than 0. Null if no threshold stays within
   * `maxFalse`.
   */
  readonly threshold: number | null;
  /** Shares of the positives and of the examined negatives that are flagged at the threshold. */
  readonly recall: number;
  readonly falseShare: number;
}

/**
 * The threshold with the highest recall that flags at most `maxFalse` (0..1) of the examined
 * negatives.
 * A score of 0 means no detection, so it is never a threshold. Null without positives or without
 * negatives.
 */
export function recallAt(items: readonly Scored[], maxFalse: number): CurvePoint | null {
  const kept = counted(items);
  const positives = kept.filter((item) => item.isPositive).length;
  const negatives = kept.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const seen = kept
    .map((item) => ({ isPositive: item.isPositive, score: item.score ?? 0 }))
    .filter((item) => item.score > 0)
    .sort((a, b) => b.score - a.score);
  let best: CurvePoint = { threshold: null, recall: 0, falseShare: 0 };
  let found = 0;
  let wrong = 0;
  for (const [i, item] of seen.entries()) {
    if (item.isPositive) found += 1;
    else wrong += 1;
    if (seen[i + 1]?.score === item.score) continue;
    if (wrong / negatives > maxFalse) break;
    if (found / positives > best.recall) {
      best = { threshold: item.score, recall: found / positives, falseShare: wrong / negatives };
    }
  }
  return best;
}

/** Numbers in [0, 1) from a seed: mulberry32 (Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Items by their group, in order of first appearance. */
export function byGroup<T extends { readonly group: string }>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group === undefined) groups.set(item.group, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/**
 * 95 % percentile interval of `statistic` over resamples of whole groups with replacement.
 * Null if the statistic is null on the items themselves or on every resample. Deterministic for the
 * same items and seed.
 */
export function bootstrap<T extends { readonly group: string }>(
  items: readonly T[],
  statistic: (items: readonly T[]) => number | null,
  seed = 1,
): Interval | null {
  if (statistic(items) === null) return null;
  const groups = byGroup(items);
  const random = randomFrom(seed);
  const values: number[] = [];
  for (let round = 0; round < RESAMPLES; round += 1) {
    const drawn = groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []);
    const value = statistic(drawn);
    if (value !== null) values.push(value);
  }
  values.sort((a, b) => a - b);
  const low = values[Math.floor(0.025 * values.length)];
  const high = values[Math.ceil(0.975 * values.length) - 1];
  return low === undefined || high === undefined ? null : { low, high };
}
