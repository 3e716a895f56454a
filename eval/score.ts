// Scores one category: pure functions from labels and results to counts. What was not examined is never counted as right.
import type { Detector } from '../src/detectors/detector.js';
import { dedupe } from '../src/findings/dedupe.js';
import { problem } from '../src/messages/problems.js';
import { evaluate } from '../src/rules/evaluate.js';
import type { Rule } from '../src/rules/rule.js';
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

/** Shares of falsely flagged negatives at which the curve is read. */
export const CURVE_AT = [0.01, 0.02, 0.05] as const;

/** One labelled file and what came back; null where nothing did. */
export interface Outcome {
  readonly file: LabelledFile;
  readonly result: PhotoResult | null;
  /** As in the results. */
  readonly isCodeTextRight?: boolean | null;
  readonly degreesOff?: number | null;
  readonly embeddedPictures?: number | null;
}

/** The parts of the program that say what a detection means. */
export interface Program {
  readonly rules: readonly Rule[];
  readonly detectors: readonly Pick<Detector, 'id' | 'title' | 'needs'>[];
}

export interface RowScore {
  readonly id: string;
  readonly title: string;
  readonly kind: RowKind;
  readonly share: Share;
  /** `found`: these are in the total, as missed. Otherwise they are in neither number. */
  readonly notExamined: number;
  readonly goal: number | null;
  /** Null without a goal or without files. */
  readonly isGoalMet: boolean | null;
  /** False where the program has no rule for it: then the share is of nothing. */
  readonly isLookedFor: boolean;
  /** Files that went wrong, as the labels name them: not found, or falsely flagged. In the JSON only; empty for what is neither right nor wrong. */
  readonly wrong: readonly string[];
}

export interface CurveScore {
  readonly auc: number;
  readonly aucInterval: Interval | null;
  readonly points: readonly (CurvePoint & { readonly maxFalse: number; readonly interval: Interval | null })[];
  /** Where the rules stand: recall as flagged by them, with its bootstrap interval. */
  readonly operating: { readonly recall: number | null; readonly interval: Interval | null };
}

export interface CategoryScore {
  readonly id: string;
  readonly title: string;
  /** False: the program has none of the rules, and nothing here is scored. */
  readonly isLookedFor: boolean;
  readonly rules: readonly { readonly id: string; readonly minScore: number }[];
  readonly positives: readonly RowScore[];
  readonly negatives: readonly RowScore[];
  readonly allPositives: RowScore;
  readonly allNegatives: RowScore;
  readonly precision: Share;
  readonly f1: number | null;
  /** Null where the rules' scores say only yes or no, or where one side has no files. */
  readonly curve: CurveScore | null;
  readonly checks: readonly RowScore[];
  readonly tallies: readonly RowScore[];
  readonly breakdowns: readonly RowScore[];
  /** Negatives falsely flagged, by rule. */
  readonly falseByRule: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** One file as a category sees it. */
interface Judged {
  readonly file: LabelledFile;
  /** Null where there is no result at all. */
  readonly seen: Seen | null;
  readonly isFlagged: boolean;
  /** Every detector behind the category's rules could look at all it needs. */
  readonly isExamined: boolean;
  /** Highest score of a detection that the rules take, below their thresholds too; 0 where there is none. */
  readonly score: number;
}

function selects(patterns: readonly string[], rule: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern,
  );
}

/** Whether all these detectors could look at all of the file that they need. In doubt it is no; without detectors nobody looked. */
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
        // A problem names the detector by its title only.
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
  const detectors = program.detectors.filter(({ id }) => rules.some((rule) => rule.detector === id));
  const takes = (detector: string, label: string): boolean =>
    rules.some((rule) => rule.detector === detector && rule.labels.includes(label));
  return outcomes.map(({ file, result, isCodeTextRight = null, degreesOff = null, embeddedPictures = null }) => {
    if (result === null) return { file, seen: null, isFlagged: false, isExamined: false, score: 0 };
    // The report has no findings of a file that was not examined at all.
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

/** One file in several rows: flagged where it is for one of them. */
function isFlaggedFor(rows: readonly Row[], { file, seen, isFlagged }: Judged): boolean {
  return (
    isFlagged && rows.some((row) => row.includes(file) && (!row.isMeant || (seen !== null && row.isMeant(file, seen))))
  );
}

/** Flagged files of the rows together. Unexamined ones are misses where they should be found, and left out elsewhere. */
function scoreFlags(
  title: Omit<Row, 'includes'>,
  kind: RowKind,
  rows: readonly Row[],
  judged: readonly Judged[],
): RowScore {
  const isIn = union(rows);
  const files = judged.filter(({ file }) => isIn(file));
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
  // Too many are only counted where all of the file was seen.
  const kept = tally.isExcess ? files.filter((one) => one.isExamined) : files;
  const counts = kept.map(({ file, seen }) => ({ ...tally.count(file, seen), group: file.group }));
  const sum = (items: readonly (typeof counts)[number][]): Share => {
    const found = items.reduce((total, count) => total + count.found, 0);
    const total = items.reduce((all, count) => all + count.total, 0);
    return { count: found, total, share: total === 0 ? null : found / total, interval: null };
  };
  // What is counted within one file hangs together, so Wilson's interval would be too narrow.
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

/** @throws Error where a row is both positive and negative on a file: the category itself is wrong then. */
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
