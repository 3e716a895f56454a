// Logistic regression on several features, fitted and cross-fitted.
import type { Logistic } from '../../src/detectors/faces/logistic.js';
import { probability } from '../../src/detectors/faces/logistic.js';
import { groupFolds } from '../calibration.js';

export interface Row<Name extends string> {
  readonly evidence: Readonly<Record<Name, number>>;
  readonly isPositive: boolean;
  /** Above 0. */
  readonly weight: number;
  /** Near-duplicates share it. */
  readonly group: string;
}

/** L2 penalty for each weight, in units of examples: enough to stay finite on separable data. */
const RIDGE = 1;

/** Newton's method converges within ten rounds on all data so far. */
const ROUNDS = 30;

/** @throws RangeError without rows */
export function fitRows<Name extends string>(rows: readonly Row<Name>[], names: readonly Name[]): Logistic<Name> {
  if (rows.length === 0) throw new RangeError('no rows to fit');
  let values = new Array<number>(names.length + 1).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = values.map((value, i) => (i < names.length ? -RIDGE * value : 0));
    const curvature = values.map((_, i) => values.map((_, j) => (i === j ? RIDGE : 0)));
    for (const { evidence, isPositive, weight } of rows) {
      const x = [...names.map((name) => evidence[name]), 1];
      const p = probability(named(values, names), evidence);
      for (const [i, xi] of x.entries()) {
        gradient[i]! += weight * ((isPositive ? 1 : 0) - p) * xi;
        for (const [j, xj] of x.entries()) curvature[i]![j]! += weight * p * (1 - p) * xi * xj;
      }
    }
    const step = solve(curvature, gradient);
    values = values.map((value, i) => value + step[i]!);
  }
  return named(values, names);
}

/** For each group a fit on the other groups; undefined for a group without rows. */
function crossFits<R extends { readonly group: string }, Fit>(
  rows: readonly R[],
  fitTo: (rows: readonly R[]) => Fit,
  folds = 5,
): (group: string) => Fit | undefined {
  const parts = groupFolds(rows, folds);
  const fits = new Map<string, Fit>();
  for (const held of parts) {
    const others = fitTo(parts.flatMap((part) => (part === held ? [] : part)));
    for (const { group } of held) fits.set(group, others);
  }
  return (group) => fits.get(group);
}

/** The probability of each row from a fit on the other groups. */
export function crossFitted<Name extends string, R extends Row<Name>>(
  rows: readonly R[],
  names: readonly Name[],
  folds = 5,
): Map<R, number> {
  const fitOf = crossFits(rows, (others) => fitRows(others, names), folds);
  return new Map(rows.map((row): [R, number] => [row, probability(fitOf(row.group)!, row.evidence)]));
}

function named<Name extends string>(values: readonly number[], names: readonly Name[]): Logistic<Name> {
  const weights = Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Record<Name, number>;
  return { intercept: values[names.length]!, weights };
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[column]! / pivot[column]!;
      for (let k = column; k <= size; k += 1) row[k]! -= factor * pivot[k]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
