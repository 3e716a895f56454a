// The end of the text report, which is what a person still sees: what is critical, and what to do
// next, as commands that can be copied.
import { count, list, number } from '../messages/amounts.js';
import { flags } from '../rules/coverage.js';
import { quoted } from '../terminal/shell.js';
import type { Overview, ReportEvent, ReportHead, RuleOverview, SeverityOverview } from '../types/report.js';
import { INDENT, leadLines, type Page } from './page.js';
import type { ReporterOptions } from './reporter.js';

type SummaryEvent = Extract<ReportEvent, { type: 'summary' }>;

const TITLE = 'WHAT TO DO NEXT';

/** More kinds than this are summed up. */
const KINDS_NAMED = 4;

interface Step {
  readonly what: string;
  readonly command: string;
}

/** Empty where no photo is flagged. */
export function nextSteps(
  page: Page,
  { roots }: ReportHead,
  { overview, summary }: SummaryEvent,
  options: ReporterOptions,
): readonly string[] {
  if (summary.flagged === 0) return [];
  const scan = (flags: string) => scanOf(roots, flags, options);
  const steps = [
    ...listKind(overview).map((flags) => ({ what: 'To list all photos of a kind', command: scan(flags) })),
    ...(options.isEverythingListed
      ? []
      : [{ what: 'To see each photo with everything found in it', command: scan('--all') }]),
    ...acceptStep(overview, options),
    ...(summary.safe === null || summary.safe === 0
      ? []
      : [{ what: 'To list the photos that are safe', command: scan('--select safe --format paths') }]),
  ];
  const critical = criticalText(overview);
  return [
    ...leadLines(page, TITLE, page.paint.bold, critical === '' ? TITLE : `${TITLE}   ${critical}`),
    ...steps.flatMap(({ what, command }) => stepLines(page, what, command, options)),
  ];
}

/** Findings of low severity are only counted. */
export function isListed({ severity }: SeverityOverview): boolean {
  return severity !== 'low';
}

/** The command is whole on a line of its own, so that it can be copied. */
function stepLines(page: Page, what: string, command: string, { filesFrom, program }: ReporterOptions): string[] {
  const isAgain = !command.startsWith(program) && filesFrom === '-';
  const how = isAgain ? `${what}, run the same again with:` : `${what}:`;
  return [...leadLines(page, '', page.paint, how), INDENT + command];
}

/** `2 critical photos: card number (1) and passport (1)`. */
function criticalText({ severities }: Overview): string {
  const critical = severities.find(({ severity }) => severity === 'critical');
  if (critical === undefined || critical.photos === 0) return '';
  const rest = critical.rules.length - KINDS_NAMED;
  const kinds = critical.rules
    .slice(0, rest === 1 ? KINDS_NAMED + 1 : KINDS_NAMED)
    .map(({ title, photos }) => `${title} (${number(photos)})`);
  const named = [...kinds, ...(rest > 1 ? [count(rest, 'other kind')] : [])];
  return `${count(critical.photos, 'critical photo')}: ${list(named)}`;
}

/** The flags that list the photos of the worst rule of which the report shows only some. */
function listKind({ severities }: Overview): string[] {
  const rules = severities.filter(isListed).flatMap(({ rules }) => rules);
  const first = rules.find(({ photos, examples }) => photos > examples.length);
  return first === undefined ? [] : [`--only ${first.rule} --select flagged --format paths`];
}

/** With the worst finding that the report shows, so that the command runs as it is. */
function acceptStep({ severities }: Overview, { program, shell, repeated }: ReporterOptions): Step[] {
  const rules = severities.filter(({ severity }) => flags(severity)).flatMap(({ rules }) => rules);
  const shown = rules.flatMap((rule: RuleOverview) => rule.examples.slice(0, 1).map(({ path }) => ({ path, rule })));
  const [worst] = shown;
  if (worst === undefined) return [];
  const { path, rule } = worst;
  const howTo = [`--rule ${rule.rule}`, ...repeated.accept].join(' ');
  const file = path.startsWith('-') ? `${howTo} -- ${quoted(path, shell)}` : `${quoted(path, shell)} ${howTo}`;
  return [{ what: 'To accept a finding that is fine, such as this one', command: `${program} accept ${file}` }];
}

/**
 * A report of the same files with other flags, or a scan where no results are kept; only the flags
 * where the list cannot be read again.
 */
function scanOf(
  roots: readonly string[],
  flags: string,
  { command: own, filesFrom, isNullSeparated, shell, program, areResultsKept, repeated }: ReporterOptions,
): string {
  // What `check` keeps is no scan that can be reported.
  const command = areResultsKept() && own !== 'check' ? 'report' : 'scan';
  if (filesFrom === '-') return flags;
  const isNull = isNullSeparated && filesFrom !== null;
  const list = filesFrom === null ? [] : ['--files-from', quoted(filesFrom, shell)];
  const isOfRules = flags.startsWith('--only ');
  const same = repeated[command].filter((flag) => !(isOfRules && /^--(only|skip)\b/.test(flag)));
  const further = [...(isNull ? ['-0'] : []), ...list, ...same, flags];
  const paths = roots.map((root) => quoted(root, shell));
  const isFlagLike = roots.some((root) => root.startsWith('-'));
  return [program, command, ...(isFlagLike ? [...further, '--', ...paths] : [...paths, ...further])].join(' ');
}
