// Scores one category with pure functions from labels and results to counts. An unexamined file
// never counts as right.
import type { Detector } from '../src/detectors/detector.js';
import { dedupe } from '../src/findings/dedupe.js';
import { problem } from '../src/messages/problems.js';
import { evaluate } from '../src/rules/evaluate.js';
import { detectorsOf, type Rule, takesLabel } from '../src/rules/rule.js';
import type { PhotoResult } from '../src/types/photo.js';
import type { Breakdown, Category, Check, Row, RowKind, Seen, Tally } from './category.js';
import type { LabelledFile } from './labels.js';
import {
  auc,
  bootstrap,
  type CurvePoint,
  f1,
  type Interval,
  recallAt,
  type Scored,
  type Share,
  share,
} from './stats.js';

/** Shares of falsely flagged negatives for which the curve is printed. */
const CURVE_AT = [0.01, 0.02, 0.05] as const;

/** A labelled file and its result; null if there is none. */
export interface Outcome {
  readonly file: LabelledFile;
  readonly result: PhotoResult | null;
  /** As in the results. */
  readonly isCodeTextRight?: boolean | null;
  readonly degreesOff?: number | null;
  readonly embeddedPictures?: number | null;
}

/** The parts of the program that give a detection its meaning. */
export interface Program {
  readonly rules: readonly Rule[];
  readonly detectors: readonly Pick<Detector, 'id' | 'title' | 'needs'>[];
}

export interface RowScore {
  readonly id: string;
  readonly title: string;
  readonly kind: RowKind;
  readonly share: Share;
  /**
   * Unexamined files. For `found` they are in the total, as missed; otherwise they are in neither
   * number.
   */
  readonly notExamined: number;
  readonly goal: number | null;
  /** Null without a goal or without files. */
  readonly isGoalMet: boolean | null;
  /** False if the program has no rule for it: the share is then empty. */
  readonly isLookedFor: boolean;
  /**
   * Wrong files, by their names in the labels: not found, or falsely flagged. In the JSON only;
   * empty if the row is neither right nor wrong.
   */
  readonly wrong: readonly string[];
}

export interface CurveScore {
  readonly auc: number;
  readonly aucInterval: Interval | null;
  readonly points: readonly (CurvePoint & { readonly maxFalse: number; readonly interval: Interval | null })[];
  /** The recall at the thresholds of the rules, with its bootstrap interval. */
  readonly operating: { readonly recall: number | null; readonly interval: Interval | null };
}

export interface CategoryScore {
  readonly id: string;
  readonly title: string;
  /** False if the program has none of the rules. Nothing is scored then. */
  readonly isLookedFor: boolean;
  readonly rules: readonly { readonly id: string; readonly minScore: number }[];
  readonly positives: readonly RowScore[];
  readonly negatives: readonly RowScore[];
  readonly allPositives: RowScore;
  readonly allNegatives: RowScore;
  readonly precision: Share;
  readonly f1: number | null;
  /**
   * Null if the scores of the rules are only yes or no, or if there are no positives or no
   * negatives.
   */
  readonly curve: CurveScore | null;
  readonly checks: readonly RowScore[];
  readonly tallies: readonly RowScore[];
  readonly breakdowns: readonly RowScore[];
  /** Negatives falsely flagged, by rule. */
  readonly falseByRule: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** One file from the point of view of a category. */
interface Judged {
  readonly file: LabelledFile;
  /** Null if there is no result. */
  readonly seen: Seen | null;
  readonly isFlagged: boolean;
  /** Every detector of the category's rules could examine everything it needs. */
  readonly isExamined: boolean;
  /**
   * Highest score of a detection that the rules accept, including those below their thresholds; 0
   * if there is none.
   */
  readonly score: number;
}

function selects(patterns: readonly string[], rule: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern,
  );
}

/**
 * Whether all these detectors could examine everything they need in the file. False in case of
 * doubt, and false without detectors.
 */
export function isExamined(result: PhotoResult, detectors: Program['detectors'], all: Program['detectors']): boolean {
  if (detectors.length === 0) return false;
  if (result.examination !== 'partial') return result.examination === 'full';
  const others = all.filter((detector) => !detectors.includes(detector));
  const needs = new Set(detectors.flatMap((detector) => detector.needs));
  return result.problems.every(({ phase, message }) => {
    switch (phase) {
      case 'decode':
        return !needs.has('pixels');
      case 'metadata':
        return !needs.has('metadata');
      case 'detect':
        // A problem names its detector only by the title.
        return others.some(({ title }) =>
          (['detector-failed', 'engine-cannot-run'] as const).some(
            (code) => problem('', code, title).message === message,
          ),
        );
      case 'walk':
      case 'read':
      case 'pool':
        return false;
      default:
        return phase satisfies never;
    }
  });
}

function judge(category: Category, rules: readonly Rule[], outcomes: readonly Outcome[], program: Program): Judged[] {
  const detectors = program.detectors.filter(({ id }) => rules.some((rule) => detectorsOf(rule).includes(id)));
  const takes = (detector: string, label: string): boolean => rules.some((rule) => takesLabel(rule, detector, label));
  return outcomes.map(({ file, result, isCodeTextRight = null, degreesOff = null, embeddedPictures = null }) => {
    if (result === null) return { file, seen: null, isFlagged: false, isExamined: false, score: 0 };
    // The report has no findings for a file that was not examined at all.
    const drafts = result.examination === 'none' ? [] : dedupe(evaluate(result.detections, rules));
    const findings = drafts.filter(({ proved }) => proved || category.isProvedOnly !== true);
    const scores = result.detections.filter(({ detector, label }) => takes(detector, label)).map(({ score }) => score);
    return {
      file,
      seen: { result, findings, isCodeTextRight, degreesOff, embeddedPictures },
      isFlagged: findings.length > 0,
      isExamined: isExamined(result, detectors, program.detectors),
      score: Math.max(0, ...scores),
    };
  });
}

export function scoreRow(
  row: Omit<Row, 'includes'>,
  kind: RowKind,
  counted: Share,
  notExamined: number,
  wrong: readonly Judged[] = [],
): RowScore {
  const goal = row.goal ?? null;
  const isKnown = goal !== null && counted.share !== null;
  return {
    id: row.id,
    title: row.title,
    kind,
    share: counted,
    notExamined,
    goal,
    isGoalMet: isKnown ? (kind === 'found' ? counted.share >= goal : counted.share <= goal) : null,
    isLookedFor: true,
    wrong: wrong.map(({ file }) => file.file).sort(),
  };
}

/** A file in several rows is flagged if it is flagged for one of them. */
function isFlaggedFor(rows: readonly Row[], { file, seen, isFlagged }: Judged): boolean {
  return (
    isFlagged && rows.some((row) => row.includes(file) && (!row.isMeant || (seen !== null && row.isMeant(file, seen))))
  );
}

/**
 * Flagged files over all rows. Unexamined ones count as missed in positives and are skipped in
 * negatives.
 */
function scoreFlags(
  title: Omit<Row, 'includes'>,
  kind: RowKind,
  rows: readonly Row[],
  judged: readonly Judged[],
): RowScore {
  const isIn = union(rows);
  const files = judged.filter(({ file, seen }) => {
    return isIn(file) && rows.every(({ among }) => among === undefined || (seen !== null && among(seen)));
  });
  const isFlagged = (one: Judged) => isFlaggedFor(rows, one);
  const flagged = files.filter(isFlagged).length;
  const wrong = kind === 'share' ? [] : files.filter((one) => isFlagged(one) === (kind === 'false'));
  const notExamined = files.filter((one) => !one.isExamined && !one.isFlagged).length;
  const total = kind === 'found' ? files.length : files.length - notExamined;
  return scoreRow(title, kind, share(flagged, total), notExamined, wrong);
}

function scoreCheck(check: Check, judged: readonly Judged[], program: Program): RowScore {
  const files = judged.filter(({ file }) => check.includes(file));
  const wrong = files.filter(({ file, seen }) => seen === null || !check.isRight(file, seen));
  const right = files.length - wrong.length;
  const notExamined = files.filter((one) => !one.isExamined && !one.isFlagged).length;
  const isLookedFor = check.rule === undefined || program.rules.some(({ id }) => id === check.rule);
  return { ...scoreRow(check, 'found', share(right, files.length), notExamined, wrong), isLookedFor };
}

function scoreTally(tally: Tally, judged: readonly Judged[]): RowScore {
  const files = judged.filter(({ file }) => tally.includes(file));
  // An excess is only counted if the whole file was examined.
  const kept = tally.isExcess ? files.filter((one) => one.isExamined) : files;
  const counts = kept.map(({ file, seen }) => ({ ...tally.count(file, seen), group: file.group }));
  const sum = (items: readonly (typeof counts)[number][]): Share => {
    const found = items.reduce((total, count) => total + count.found, 0);
    const total = items.reduce((all, count) => all + count.total, 0);
    return { count: found, total, share: total === 0 ? null : found / total, interval: null };
  };
  // Items within one file are not independent, so Wilson's interval would be too narrow.
  const interval = bootstrap(counts, (sample) => sum(sample).share);
  const notExamined = files.filter((one) => !one.isExamined).length;
  return scoreRow(tally, tally.isExcess ? 'false' : 'found', { ...sum(counts), interval }, notExamined);
}

function union(rows: readonly Row[]): (file: LabelledFile) => boolean {
  return (file) => rows.some((row) => row.includes(file));
}

function scoreCurve(category: Category, judged: readonly Judged[]): CurveScore | null {
  const isPositive = union(category.positives);
  const isNegative = union(category.negatives);
  const items: (Scored & { readonly isFlagged: boolean })[] = judged.flatMap((one) => {
    if (!isPositive(one.file) && !isNegative(one.file)) return [];
    const wasSeen = one.isExamined || one.score > 0;
    return [
      {
        isPositive: isPositive(one.file),
        score: wasSeen ? one.score : null,
        group: one.file.group,
        isFlagged: isFlaggedFor([...category.positives, ...category.negatives], one),
      },
    ];
  });
  const area = auc(items);
  if (area === null) return null;
  const recall = (sample: readonly (typeof items)[number][]): number | null => {
    const positives = sample.filter((item) => item.isPositive);
    return positives.length === 0 ? null : positives.filter((item) => item.isFlagged).length / positives.length;
  };
  return {
    auc: area,
    aucInterval: bootstrap(items, auc),
    points: CURVE_AT.flatMap((maxFalse) => {
      const point = recallAt(items, maxFalse);
      if (point === null) return [];
      return [
        { ...point, maxFalse, interval: bootstrap(items, (sample) => recallAt(sample, maxFalse)?.recall ?? null) },
      ];
    }),
    operating: { recall: recall(items), interval: bootstrap(items, recall) },
  };
}

function countFalseByRule(flagged: readonly Judged[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { seen } of flagged) {
    for (const rule of new Set(seen?.findings.map((finding) => finding.rule))) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}

/**
 * @throws Error if a file is both positive and negative, because then the category itself is wrong
 */
export function scoreCategory(category: Category, outcomes: readonly Outcome[], program: Program): CategoryScore {
  const rules = program.rules.filter((rule) => selects(category.rules, rule.id));
  const isPositive = union(category.positives);
  const isNegative = union(category.negatives);
  for (const { file } of outcomes) {
    if (isPositive(file) && isNegative(file)) throw new Error(`${category.id}: ${file.file} is positive and negative`);
  }
  const judged = judge(category, rules, outcomes, program);
  const whole = (id: string, goal: number | undefined): Omit<Row, 'includes'> => ({
    id,
    title: 'all together',
    ...(goal === undefined ? {} : { goal }),
  });
  const { positives, negatives, goals } = category;
  const allPositives = scoreFlags(whole('all-positives', goals?.found), 'found', positives, judged);
  const allNegatives = scoreFlags(whole('all-negatives', goals?.false), 'false', negatives, judged);
  const precision = share(allPositives.share.count, allPositives.share.count + allNegatives.share.count);
  return {
    id: category.id,
    title: category.title,
    isLookedFor: rules.length > 0,
    rules: rules.map(({ id, minScore }) => ({ id, minScore })),
    positives: positives.map((row) => scoreFlags(row, 'found', [row], judged)),
    negatives: negatives.map((row) => scoreFlags(row, 'false', [row], judged)),
    allPositives,
    allNegatives,
    precision,
    f1: f1(precision.share, allPositives.share.share),
    curve:
      category.isProvedOnly === true || rules.every((rule) => rule.scoreKind === 'proof')
        ? null
        : scoreCurve(category, judged),
    checks: (category.checks ?? []).map((check) => scoreCheck(check, judged, program)),
    tallies: (category.tallies ?? []).map((tally) => scoreTally(tally, judged)),
    breakdowns: (category.breakdowns ?? []).map((row: Breakdown) => scoreFlags(row, row.kind, [row], judged)),
    falseByRule: countFalseByRule(judged.filter((one) => isFlaggedFor(negatives, one))),
    notes: category.notes ?? [],
  };
}
