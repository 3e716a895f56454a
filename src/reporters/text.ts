// For a person, to be read from top to bottom once: the worst first, a closing sentence last.

import { count, duration, list, number } from '../messages/amounts.js';
import { evidenceText } from '../messages/evidence.js';
import { kindsText } from '../messages/not-opened.js';
import { serviceWords } from '../messages/services.js';
import { closingLine } from '../messages/summary-line.js';
import { columnsOf, printable, shortenMiddle } from '../terminal/escape.js';
import type {
  DecidedOverview,
  Overview,
  ReportEvent,
  ReportHead,
  RuleOverview,
  SeverityOverview,
  Spread,
  Summary,
  UnexaminedOverview,
} from '../types/report.js';
import { isListed, nextSteps } from './next-steps.js';
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
  underPath,
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

export type SummaryEvent = Extract<ReportEvent, { type: 'summary' }>;

/** All sections, an empty line between two of them. */
export function renderReport(head: ReportHead, event: SummaryEvent, options: ReporterOptions): string {
  const { overview } = event;
  const page = openPage(options);
  const sections = [
    headSection(page, head, overview, options),
    ...severitySections(page, overview),
    ...serviceSections(page, head, event, options),
    decidedSection(page, overview, options),
    unexaminedSection(page, overview),
    nextSteps(page, head, event, options),
    closingSection(page, event),
  ];
  const filled = sections.filter((section) => section.length > 0);
  return `${filled.map((section) => section.join('\n')).join('\n\n')}\n`;
}

function headSection(page: Page, head: ReportHead, overview: Overview, options: ReporterOptions): Section {
  const name = `${head.tool.name} ${head.tool.version}`;
  const where = head.roots.length === 0 ? 'a list of files' : list(head.roots.map(printable));
  const what = `${name}${GAP}${things(overview)} in `;
  const room = Math.max(page.width - columnsOf(what), MIN_ROOT_COLUMNS);
  return [
    ...leadLines(page, name, page.paint.bold, `${what}${shortenMiddle(where, room)}`),
    ...leadLines(page, '', page.paint, scanned(head, overview, options)),
  ];
}

function scanned({ fast }: ReportHead, { elapsedMs }: Overview, { command }: ReporterOptions): string {
  const how = fast ? ' with --fast, which misses a few small faces and hard-to-read codes' : '';
  if (command === 'report') return `From earlier scans on this computer${how}. No photo was examined again.`;
  return `Scanned on this computer in ${duration(elapsedMs)}${how}. Nothing was uploaded.`;
}

/** The roots are not shortened below these columns; they start a new line instead. */
const MIN_ROOT_COLUMNS = 30;

/** `3,120 photos and 41 videos`. */
function things({ images, videos }: Overview): string {
  if (videos === 0) return images === 0 ? 'no photos or videos' : count(images, 'photo');
  return images === 0 ? count(videos, 'video') : `${count(images, 'photo')} and ${count(videos, 'video')}`;
}

function severitySections(page: Page, { severities }: Overview): Section[] {
  const examples = severities.filter(isListed).flatMap(({ rules }) => rules.flatMap((rule) => rule.examples));
  const columns = exampleColumns(page, examples);
  return severities.map((severity, at) => severitySection(page, severity, at > 0, columns));
}

function severitySection(page: Page, overview: SeverityOverview, isFurther: boolean, columns: ExampleColumns): Section {
  const { severity, photos, rules } = overview;
  const title = severity.toUpperCase();
  const remark = isListed(overview) || photos === 0 ? '' : ', minor, not flagged';
  return [
    ...leadLines(page, title, severityPaint(page, severity), `${title}${GAP}${photosText(photos, isFurther)}${remark}`),
    ...rules.flatMap((rule) => (isListed(overview) ? ruleLines(page, rule, columns) : ruleLine(page, rule))),
  ];
}

/** Each photo counts under its worst finding only, so that the sections add up. */
function photosText(photos: number, isFurther: boolean): string {
  if (photos === 0) return 'only photos already listed above';
  return count(photos, isFurther ? 'more photo' : 'photo');
}

function ruleLine(page: Page, { title, photos, examples, spread }: RuleOverview): string[] {
  const [first] = spread === null ? examples : [];
  const note = spread === null ? (first?.message ?? '') : spreadText(spread);
  const values = page.isValueShown && first !== undefined ? evidenceText(first.evidence) : '';
  return countedLines(page, photos, title, printable(values === '' ? note : `${note} [${values}]`));
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

function spreadText(spread: Spread): string {
  if (spread.kind === 'days') {
    return spread.first === spread.last ? `all on ${spread.first}` : `from ${spread.first} to ${spread.last}`;
  }
  const { latitude, longitude, photos } = spread.largestPlace;
  const position = `near ${latitude.toFixed(1)}, ${longitude.toFixed(1)}`;
  return spread.places === 1
    ? `all in one place, ${position}`
    : `in ${number(spread.places)} places, ${count(photos, 'photo')} of them ${position}`;
}

function serviceSections(
  page: Page,
  head: ReportHead,
  { summary, overview }: SummaryEvent,
  { services }: ReporterOptions,
): Section[] {
  if (summary.targets === summary.none) return [];
  return head.services.map((service) => {
    const profile = services.find(({ name }) => name === service.name);
    const counted = overview.services.find(({ name }) => name === service.name);
    if (profile === undefined || counted === undefined) throw new Error(`nothing was counted for ${service.name}`);
    const { heading, source, sentences } = serviceWords(profile, service, counted, overview, summary);
    return [
      ...headingLines(page, heading, source),
      ...sentences.flatMap((sentence) => fold(sentence, page.width - INDENT.length).map((line) => INDENT + line)),
    ];
  });
}

/** The source is on the same line where there is room for all of it. */
function headingLines(page: Page, heading: string, source: string): string[] {
  const isOneLine = columnsOf(`${heading} ${source}`) <= page.width;
  const texts = isOneLine ? [`${heading} ${source}`] : [heading, source];
  return texts.flatMap((text) => leadLines(page, text, page.paint.bold, text));
}

/** Accepted findings are in no other count of the report. */
function decidedSection(page: Page, { decided, similar }: Overview, { program }: ReporterOptions): Section {
  const { accepted, known } = decided;
  const line = (title: string, { findings, photos }: DecidedOverview['accepted'], after: string) => {
    const text = `${title}${GAP}${count(findings, 'finding')} in ${count(photos, 'photo')}, ${after}`;
    return findings === 0 ? [] : leadLines(page, title, page.paint.bold, text);
  };
  return [
    ...line('ACCEPTED', accepted, `not counted above; to list all: ${program} accept --list`),
    ...line('KNOWN', known, 'also in the baseline; the exit code does not count them'),
    ...similarLines(page, similar),
  ];
}

function similarLines(page: Page, { groups, photos }: Overview['similar']): string[] {
  const what = 'copies, edits or shots of the same scene';
  const text = `SIMILAR${GAP}${count(photos, 'photo')} in ${count(groups, 'group')}: ${what}`;
  return groups === 0 ? [] : leadLines(page, 'SIMILAR', page.paint.bold, text);
}

function unexaminedSection(page: Page, { unexamined }: Overview): Section {
  const { inPart, folders, problems } = unexamined;
  if (problems.length === 0) return [];
  const what = list([...unexaminedFiles(unexamined), ...(folders > 0 ? [count(folders, 'folder')] : [])]);
  const title = inPart > 0 ? 'NOT EXAMINED IN FULL' : 'NOT EXAMINED';
  return [
    ...leadLines(page, title, page.paint.bold.magenta, `${title}${GAP}${what}, never counted as safe`),
    ...problems.flatMap(({ count: amount, message, paths }) => [
      ...countedLines(page, amount, printable(message)),
      ...paths.map((path) => underPath(page, path)),
      ...restLines(page, amount - paths.length),
    ]),
  ];
}

/** `8 files (6 in part, 2 not at all)`. */
function unexaminedFiles({ files, inPart, notAtAll }: UnexaminedOverview): string[] {
  if (files === 0) return [];
  const how = inPart > 0 && notAtAll > 0 ? ` (${number(inPart)} in part, ${number(notAtAll)} not at all)` : '';
  return [count(files, 'file') + how];
}

/** More kinds than this are summed up. */
const IGNORED_SHOWN = 6;

function closingSection(page: Page, { summary, overview, closing }: SummaryEvent): Section {
  const sentence = closingLine(closing, { ...summary, ...overview });
  return [...ignoredLines(page, summary), ...fold(sentence, page.width).map((line) => page.paint.bold(line))];
}

function ignoredLines(page: Page, { ignored, notOpened }: Summary): Section {
  const kinds = Object.entries(ignored).map(([kind, files]) => `${number(files)} ${printable(kind)}`);
  if (kinds.length === 0) return [];
  const rest = kinds.length - IGNORED_SHOWN;
  const shown = [...kinds.slice(0, IGNORED_SHOWN), ...(rest > 0 ? [count(rest, 'other kind')] : [])];
  const closed =
    Object.keys(notOpened).length === 0 ? '' : ` Not opened, but may hold photos: ${kindsText(notOpened)}.`;
  const text = `Skipped, not photos or videos: ${list(shown)}.${closed}`;
  return fold(text, page.width).map((line) => page.paint.dim(line));
}
