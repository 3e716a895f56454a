// For a person, to be read from top to bottom once: the worst first, a closing sentence last.

import { count, duration, list, number } from '../messages/amounts.js';
import { sayService } from '../messages/services.js';
import { closing } from '../messages/summary-line.js';
import { serviceByName } from '../services/index.js';
import { columnsOf, printable, shortenMiddle } from '../terminal/escape.js';
import type {
  Overview,
  ReportEvent,
  ReportHead,
  RuleOverview,
  SeverityOverview,
  Spread,
  Summary,
} from '../types/report.js';
import {
  countedLines,
  type ExampleColumns,
  exampleColumns,
  exampleLines,
  fold,
  GAP,
  INDENT,
  leadLines,
  openPage,
  type Page,
  severityPaint,
  underLine,
} from './page.js';
import type { Reporter, ReporterOptions } from './reporter.js';

type Section = readonly string[];

export const text: Reporter = {
  format: 'text',
  // It reads the summary only, which is the same for any order.
  order: 'arrival',
  async *render(head, events, options) {
    for await (const event of events) {
      if (event.type === 'summary') yield renderReport(head, event, options);
    }
  },
};

function renderReport(
  head: ReportHead,
  { summary, overview }: Extract<ReportEvent, { type: 'summary' }>,
  options: ReporterOptions,
): string {
  const page = openPage(options);
  const sections = [
    headSection(page, head, overview),
    ...severitySections(page, head, overview),
    serviceSection(page, head, summary, overview),
    unexaminedSection(page, overview),
    closingSection(page, head, summary, overview),
  ];
  const filled = sections.filter((section) => section.length > 0);
  return `${filled.map((section) => section.join('\n')).join('\n\n')}\n`;
}

function headSection(page: Page, head: ReportHead, overview: Overview): Section {
  const name = `${head.tool.name} ${head.tool.version}`;
  const where = head.roots.length === 0 ? 'a list of files' : list(head.roots.map(printable));
  const what = `${name}${GAP}${things(overview)} in `;
  const room = Math.max(page.width - columnsOf(what), SHORTEST_ROOTS);
  return [
    ...leadLines(page, name, page.paint.bold, `${what}${shortenMiddle(where, room)}`),
    ...leadLines(page, '', page.paint, `Examined in ${duration(overview.elapsedMs)} on this machine; nothing left it.`),
  ];
}

/** Columns that the roots keep, on a new line where need be. */
const SHORTEST_ROOTS = 30;

/** `3,120 photos and 41 videos`. */
function things({ images, videos }: Overview): string {
  if (videos === 0) return images === 0 ? 'no photos or videos' : count(images, 'photo');
  return images === 0 ? count(videos, 'video') : `${count(images, 'photo')} and ${count(videos, 'video')}`;
}

function severitySections(page: Page, head: ReportHead, { severities }: Overview): Section[] {
  const examples = severities.filter(isListed).flatMap(({ rules }) => rules.flatMap((rule) => rule.examples));
  const columns = exampleColumns(page, examples);
  return [
    ...severities.map((severity, at) => severitySection(page, severity, at > 0, columns)),
    hintSection(page, head, severities.filter(isListed)),
  ];
}

/** What is low is only counted. */
function isListed({ severity }: SeverityOverview): boolean {
  return severity !== 'low';
}

function severitySection(page: Page, overview: SeverityOverview, isFurther: boolean, columns: ExampleColumns): Section {
  const { severity, photos, rules } = overview;
  const title = severity.toUpperCase();
  const remark = isListed(overview) ? '' : ', not flagged for this alone';
  return [
    ...leadLines(page, title, severityPaint(page, severity), `${title}${GAP}${sayPhotos(photos, isFurther)}${remark}`),
    ...rules.flatMap((rule) => (isListed(overview) ? ruleLines(page, rule, columns) : ruleLine(page, rule))),
  ];
}

/** Each photo counts under its worst finding only, so that the sections add up. */
function sayPhotos(photos: number, isFurther: boolean): string {
  if (photos === 0) return 'only in photos counted above';
  return count(photos, isFurther ? 'more photo' : 'photo');
}

function ruleLine(page: Page, { title, photos, examples, spread }: RuleOverview): string[] {
  const note = spread === null ? (examples[0]?.message ?? '') : saySpread(spread);
  return countedLines(page, photos, title, printable(note));
}

function ruleLines(page: Page, rule: RuleOverview, columns: ExampleColumns): string[] {
  const { title, photos, examples, spread } = rule;
  if (spread !== null) return ruleLine(page, rule);
  return [
    ...countedLines(page, photos, title),
    ...examples.flatMap((example) => exampleLines(page, example, columns)),
    ...restLines(page, photos - examples.length),
  ];
}

function restLines(page: Page, rest: number): string[] {
  return rest > 0 ? [page.paint.dim(underLine(page, `... ${number(rest)} more`))] : [];
}

function saySpread(spread: Spread): string {
  if (spread.kind === 'days') {
    return spread.first === spread.last ? `all of ${spread.first}` : `from ${spread.first} to ${spread.last}`;
  }
  const { latitude, longitude, photos } = spread.most;
  const position = `near ${latitude.toFixed(1)}, ${longitude.toFixed(1)}`;
  return spread.places === 1
    ? `all in one place, ${position}`
    : `in ${number(spread.places)} places; ${number(photos)} ${position}`;
}

/** How to see the rest, said once. */
function hintSection(page: Page, { roots }: ReportHead, severities: readonly SeverityOverview[]): Section {
  const [first] = severities.flatMap(({ rules }) => rules.filter(({ photos, examples }) => photos > examples.length));
  if (first === undefined) return [];
  const [root] = roots;
  // What a shell would take apart is not put into a command to copy.
  const path = roots.length === 1 && root !== undefined && /^[\w./][\w./-]*$/.test(root) ? root : 'PATH';
  const command = `lenscap scan ${path} --only ${first.rule} --select flagged --format paths`;
  // Whole on a line of its own, so that it can be copied.
  return [...leadLines(page, '', page.paint, 'To list all photos of a kind:'), INDENT + command];
}

function serviceSection(page: Page, { service }: ReportHead, summary: Summary, overview: Overview): Section {
  const profile = serviceByName(service.name);
  if (profile === undefined || summary.targets === summary.none) return [];
  const { heading, sentences } = sayService(profile, service, overview, summary);
  return [
    ...leadLines(page, heading, page.paint.bold, heading),
    ...sentences.flatMap((sentence) => fold(sentence, page.width - INDENT.length).map((line) => INDENT + line)),
  ];
}

function unexaminedSection(page: Page, { unexamined }: Overview): Section {
  const { files, inPart, folders, problems } = unexamined;
  if (problems.length === 0) return [];
  const what = list([...(files > 0 ? [count(files, 'file')] : []), ...(folders > 0 ? [count(folders, 'folder')] : [])]);
  const title = inPart > 0 ? 'NOT EXAMINED IN FULL' : 'NOT EXAMINED';
  return [
    ...leadLines(page, title, page.paint.bold.magenta, `${title}${GAP}${what}, never counted as safe`),
    ...problems.flatMap(({ count: amount, message, paths }) => [
      ...countedLines(page, amount, printable(message)),
      ...paths.map((path) => underLine(page, path)),
      ...restLines(page, amount - paths.length),
    ]),
  ];
}

/** More kinds than this are summed up. */
const IGNORED_SHOWN = 6;

function closingSection(page: Page, head: ReportHead, summary: Summary, { undecided, unexamined }: Overview): Section {
  const { targets, flagged, safe, partial } = summary;
  const sentence = closing({
    targets,
    flagged,
    safe,
    undecided,
    partial,
    folders: unexamined.folders,
    strays: unexamined.strays,
    rules: head.rules.length,
  });
  return [...ignoredLines(page, summary), ...fold(sentence, page.width).map((line) => page.paint.bold(line))];
}

function ignoredLines(page: Page, { ignored }: Summary): Section {
  const kinds = Object.entries(ignored).map(([kind, files]) => `${number(files)} ${printable(kind)}`);
  if (kinds.length === 0) return [];
  const rest = kinds.length - IGNORED_SHOWN;
  const shown = [...kinds.slice(0, IGNORED_SHOWN), ...(rest > 0 ? [count(rest, 'other kind')] : [])];
  const text = `Left aside, neither photo nor video: ${list(shown)}.`;
  return fold(text, page.width).map((line) => page.paint.dim(line));
}
