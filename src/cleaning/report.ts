// The report on clean copies, as text and as JSON.
import { CLEAN_WORDS, cleanClosing, countsText, stillThere, unproved, whyNotCopied } from '../messages/cleaning.js';
import { notOpenedText } from '../messages/not-opened.js';
import { VERSION } from '../package.js';
import type { NotOpenedFolder } from '../report/summary/collector.js';
import { RULES } from '../rules/index.js';
import { printable } from '../terminal/escape.js';
import { wrap } from '../terminal/wrap.js';
import type { Cleaned, Counts } from './cleaned.js';

export interface CleanReportHead {
  /** As given. */
  readonly into: string;
  readonly isDryRun: boolean;
  /** Names and times of files are not part of the proof unless they were replaced. */
  readonly areNamesKept: boolean;
  readonly areTimesKept: boolean;
  /** Folders with archives and PDF files, of which nothing was copied. */
  readonly notOpened: readonly NotOpenedFolder[];
}

const SCHEMA_VERSION = 1;
const INDENT = '    ';
const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

/** Whether the file has a clean copy now, or would have one. */
export const hasCopy = ({ outcome }: Cleaned): boolean => ['written', 'dry-run', 'there'].includes(outcome);

function cleanSummary(files: readonly Cleaned[], isDryRun: boolean) {
  const of = (outcome: Cleaned['outcome']) => files.filter((file) => file.outcome === outcome).length;
  return {
    ...{ files: files.length, written: of('written') + of('dry-run'), there: of('there') },
    missing: files.filter((file) => !hasCopy(file)).length,
    isDryRun,
  };
}

/** @param words of problems, by their codes */
export function cleanReportText(
  { into, areNamesKept, areTimesKept, isDryRun, notOpened }: CleanReportHead,
  files: readonly Cleaned[],
  words: ReadonlyMap<string, string>,
  width: number,
): string {
  const copied = files.filter(hasCopy);
  const missing = files.filter((file) => !hasCopy(file));
  const lines = [
    ...copied.flatMap((file) => copiedLines(file, into)),
    ...(missing.length > 0 ? [...(copied.length > 0 ? [''] : []), CLEAN_WORDS.withoutCopy] : []),
    ...missing.flatMap((file) => missingLines(file, words)),
    ...(notOpened.length > 0 ? ['', CLEAN_WORDS.notOpened] : []),
    ...notOpened.flatMap(({ folder, kinds }) => [printable(folder), `${INDENT}${notOpenedText(kinds)}`]),
    '',
    ...(copied.length > 0 ? [unproved(areNamesKept, areTimesKept)] : []),
    cleanClosing(cleanSummary(files, isDryRun)),
  ];
  return `${lines.map((line) => wrap(line, width, line.startsWith(INDENT) ? INDENT.length + 2 : 2)).join('\n')}\n`;
}

function copiedLines({ path, copy, outcome, removed, remaining, isEncodedAnew }: Cleaned, into: string): string[] {
  const states: Readonly<Record<string, string>> = {
    there: CLEAN_WORDS.isThere,
    'dry-run': CLEAN_WORDS.wouldBeWritten,
  };
  const state = states[outcome];
  const left = countsText(titled(remaining));
  const to = `${printable(into.replace(/\/$/, ''))}/${printable(copy ?? '')}`;
  return [
    `${printable(path)}  ->  ${to}${state ? `  (${state})` : ''}`,
    `${INDENT}${CLEAN_WORDS.removed(countsText(titled(removed)))}`,
    ...(left === '' ? [] : [`${INDENT}${CLEAN_WORDS.remaining(left)}`]),
    ...(isEncodedAnew ? [`${INDENT}${CLEAN_WORDS.encodedAnew}`] : []),
  ];
}

function missingLines({ path, outcome, reasons }: Cleaned, words: ReadonlyMap<string, string>): string[] {
  const rules = outcome === 'not-clean' ? reasons.filter((reason) => TITLES.has(reason)) : [];
  const others = reasons.filter((reason) => !rules.includes(reason));
  const sentences = [
    ...(rules.length > 0 ? [stillThere(rules.map((rule) => TITLES.get(rule) ?? rule))] : []),
    ...(others.length > 0 ? [whyNotCopied(others, words)] : []),
  ];
  return [printable(path), `${INDENT}${sentences.map(printable).join('; ')}`];
}

function titled(counts: Counts): (readonly [string, number])[] {
  return Object.entries(counts).map(([rule, amount]) => [TITLES.get(rule) ?? rule, amount] as const);
}

export function cleanReportJson(head: CleanReportHead, files: readonly Cleaned[]): string {
  const { isDryRun, ...summary } = cleanSummary(files, head.isDryRun);
  const report = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'lenscap', version: VERSION },
    into: head.into,
    dryRun: isDryRun,
    notOpened: head.notOpened,
    files: files.map(({ isEncodedAnew, ...file }) => ({ ...file, encodedAnew: isEncodedAnew })),
    summary,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
