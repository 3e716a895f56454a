// `npx tsx scripts/compare-reports.ts BEFORE.json AFTER.json`: prints the differences between the
// findings of two reports.
// Compares the examination and the findings of each photo, and the problems. Words, verdicts and
// counts are not compared.
// Reads reports of schema 1 and 2. Prints one line per difference; exit code 1 if there are any, 2
// for wrong usage.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { printable } from '../src/terminal/escape.js';

/** What both schemas have in common; other fields are ignored. */
const REPORT = z.object({
  schemaVersion: z.union([z.literal(1), z.literal(2)]),
  photos: z.array(
    z.object({
      path: z.string(),
      examination: z.string(),
      findings: z.array(
        z.object({
          rule: z.string(),
          severity: z.string(),
          score: z.number(),
          proved: z.boolean(),
          source: z.object({ picture: z.string(), atMs: z.number().nullable() }),
          region: z.record(z.string(), z.number()).nullable(),
          evidence: z.record(z.string(), z.unknown()),
          fingerprint: z.string(),
        }),
      ),
    }),
  ),
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
});

type Report = z.infer<typeof REPORT>;
type Photo = Report['photos'][number];
type Finding = Photo['findings'][number];

/** A value of one side; null if that side does not have it. */
type Side = unknown;

export interface Difference {
  readonly path: string;
  readonly what: string;
  readonly before: Side;
  readonly after: Side;
}

export function compareReports(before: Report, after: Report): Difference[] {
  return [
    ...pairs(before.photos, after.photos, ({ path }) => path).flatMap(comparePhotos),
    ...pairs(before.problems, after.problems, ({ path, code }) => `${path}\0${code}`).flatMap(compareProblems),
  ];
}

/** `path  what: before -> after`. */
export function lineOf({ path, what, before, after }: Difference): string {
  return printable(`${path}  ${what}: ${say(before)} -> ${say(after)}`);
}

function say(side: Side): string {
  return side === null ? 'absent' : typeof side === 'string' ? side : stable(side);
}

type Pair<T> = readonly [before: T | null, after: T | null];

/**
 * Pairs the items of two lists by key, in the order of the first list and then of the second; equal
 * keys in their order.
 */
function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Pair<T>[] {
  const waiting = new Map<string, T[]>();
  for (const item of after) waiting.set(keyOf(item), [...(waiting.get(keyOf(item)) ?? []), item]);
  const found = before.map((item): Pair<T> => [item, waiting.get(keyOf(item))?.shift() ?? null]);
  const rest = [...waiting.values()].flat().map((item): Pair<T> => [null, item]);
  return [...found, ...rest];
}

function comparePhotos([before, after]: Pair<Photo>): Difference[] {
  const path = (before ?? after)?.path ?? '';
  if (before === null || after === null) {
    return [{ path, what: 'photo', before: before?.examination ?? null, after: after?.examination ?? null }];
  }
  return [
    ...differenceOf(path, 'examination', before.examination, after.examination),
    ...pairFindings(before.findings, after.findings).flatMap((pair) => compareFindings(path, pair)),
  ];
}

/**
 * Pairs by fingerprint. The rest is paired by rule, so that a changed fingerprint is a difference
 * of its own.
 */
function pairFindings(before: readonly Finding[], after: readonly Finding[]): Pair<Finding>[] {
  const byPrint = pairs(before, after, ({ fingerprint }) => fingerprint);
  const whole = byPrint.filter(([one, other]) => one !== null && other !== null);
  const left = byPrint.filter((pair) => !whole.includes(pair));
  const [ones, others] = [left.flatMap(([one]) => one ?? []), left.flatMap(([, other]) => other ?? [])];
  return [...whole, ...pairs(ones, others, ({ rule }) => rule)];
}

function compareFindings(path: string, [before, after]: Pair<Finding>): Difference[] {
  const { rule = '', fingerprint = '' } = before ?? after ?? {};
  const name = `${rule} ${fingerprint.slice(0, 8)}`;
  if (before === null || after === null) {
    return [{ path, what: name, before: before && 'found', after: after && 'found' }];
  }
  const [one, other] = [factsOf(before), factsOf(after)];
  return Object.keys(one).flatMap((fact) => differenceOf(path, `${name} ${fact}`, one[fact], other[fact]));
}

function factsOf({ source, ...finding }: Finding): Readonly<Record<string, unknown>> {
  return { ...finding, picture: source.picture, atMs: source.atMs };
}

function compareProblems([before, after]: Pair<Report['problems'][number]>): Difference[] {
  const { path = '', code = '' } = before ?? after ?? {};
  return before === null || after === null
    ? [{ path, what: `problem ${code}`, before: before && 'met', after: after && 'met' }]
    : [];
}

function differenceOf(path: string, what: string, before: unknown, after: unknown): Difference[] {
  return stable(before) === stable(after) ? [] : [{ path, what, before, after }];
}

/** JSON with sorted keys, because the order of keys has no meaning. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function read(file: string): Report {
  const parsed = REPORT.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: not a report of schema 1 or 2\n${z.prettifyError(parsed.error)}`);
}

/** Returns the exit code. */
export function main([before, after, ...others]: readonly string[], out: Pick<Console, 'log' | 'error'>): number {
  if (before === undefined || after === undefined || others.length > 0) {
    out.error('usage: npx tsx scripts/compare-reports.ts BEFORE.json AFTER.json');
    return 2;
  }
  try {
    const differences = compareReports(read(before), read(after));
    for (const difference of differences) out.log(lineOf(difference));
    return differences.length === 0 ? 0 : 1;
  } catch (error) {
    out.error(printable(error instanceof Error ? error.message : String(error)));
    return 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // `| head` closes the pipe early.
  process.stdout.on('error', () => {});
  process.exitCode = main(process.argv.slice(2), console);
}
