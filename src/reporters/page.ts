// What the reporters for people share: the painter, the width, and lines that fit it.
import { Chalk, type ChalkInstance } from 'chalk';
import { number } from '../messages/amounts.js';
import { evidenceText } from '../messages/evidence.js';
import { breakAnywhere, columnsOf, padEnd, printable, shortenEnd, shortenMiddle } from '../terminal/escape.js';
import { wrap } from '../terminal/wrap.js';
import type { Finding, Severity } from '../types/finding.js';
import type { Example } from '../types/report.js';
import { absoluteUri } from './file-uri.js';
import type { ReporterOptions } from './reporter.js';

/** Wider lines are hard to read. */
const MAX_WIDTH = 120;
const MIN_WIDTH = 40;

export const INDENT = '  ';
/** Columns for `999,999`; a longer number makes only its own line longer. */
const COUNT_COLUMNS = 7;
const EXAMPLE_INDENT = ' '.repeat(COUNT_COLUMNS + INDENT.length);
/** `likely 0.97`. */
const CERTAINTY_COLUMNS = 11;
export const GAP = '   ';
/** A message in fewer columns than these is hard to read. */
const MIN_MESSAGE_COLUMNS = 36;
const MESSAGE_LINES = 3;

export interface Page {
  readonly width: number;
  /** Examples come with their values. */
  readonly isValueShown: boolean;
  readonly paint: ChalkInstance;
  /** The text as a link to the file (OSC 8), where the terminal has links. */
  readonly link: (path: string, text: string) => string;
}

type PageOptions = Pick<ReporterOptions, 'isColored' | 'isValueShown' | 'linkBase' | 'shell' | 'width'>;

export function openPage({ isColored, isValueShown, linkBase, shell, width }: PageOptions): Page {
  return {
    link: (path, text) =>
      linkBase === null ? text : `\u001b]8;;${absoluteUri(path, linkBase, shell)}\u0007${text}\u001b]8;;\u0007`,
    isValueShown,
    width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor(width))),
    // Sixteen colours are in every terminal's own scheme, so they stay readable on light and dark.
    paint: new Chalk({ level: isColored ? 1 : 0 }),
  };
}

export function severityPaint({ paint }: Page, severity: Severity): ChalkInstance {
  return { critical: paint.bold.red, high: paint.bold.yellow, medium: paint.bold.cyan, low: paint.bold }[severity];
}

/**
 * A paragraph whose beginning, `lead`, is painted; all but its first line are indented. Expects
 * printable text.
 */
export function leadLines(page: Page, lead: string, paint: ChalkInstance, text: string): string[] {
  const [first = '', ...rest] = fold(text, page.width, INDENT.length);
  return [paintLead(first, lead, paint), ...rest];
}

/**
 * `  2,310  location   in 14 places`, broken into lines where it is too long. Expects printable
 * text.
 */
export function countedLines(page: Page, amount: number, lead: string, note = ''): string[] {
  const text = note === '' ? lead : `${lead}${GAP}${note}`;
  const [first = '', ...rest] = fold(text, page.width - EXAMPLE_INDENT.length);
  const counted = number(amount).padStart(COUNT_COLUMNS) + INDENT + paintLead(first, lead, page.paint.bold);
  return [counted, ...rest.map((line) => EXAMPLE_INDENT + line)];
}

/** Of a lead that continues on the next line, the part on this line is painted. */
function paintLead(line: string, lead: string, paint: ChalkInstance): string {
  const columns = lead.startsWith(line) ? line.length : lead.length;
  return paint(line.slice(0, columns)) + line.slice(columns);
}

/** A line under a counted one. */
export function underLine(page: Page, text: string): string {
  return EXAMPLE_INDENT + shortenMiddle(printable(text), page.width - EXAMPLE_INDENT.length);
}

/** The same of a path. */
export function underPath(page: Page, path: string): string {
  const text = shortenMiddle(printable(path), page.width - EXAMPLE_INDENT.length);
  return EXAMPLE_INDENT + page.link(path, text);
}

/** The widths of the columns of the examples. */
export interface ExampleColumns {
  /** A wider path has a line of its own, with the message under it. */
  readonly path: number;
  readonly message: number;
}

/**
 * Where more than this part of the paths is too wide for the column, each has a line of its own.
 */
const MAX_WIDE_PART = 0.25;

export function exampleColumns(page: Page, examples: readonly Example[]): ExampleColumns {
  const room = page.width - EXAMPLE_INDENT.length - GAP.length - CERTAINTY_COLUMNS - GAP.length;
  const message = widest(examples.map(({ message }) => message));
  const paths = examples.map(({ path }) => columnsOf(printable(path)));
  const narrow = paths.filter((path) => path + Math.min(message, MIN_MESSAGE_COLUMNS) <= room);
  const isTable = paths.length - narrow.length <= paths.length * MAX_WIDE_PART;
  const path = isTable ? Math.max(0, ...narrow) : 0;
  return { path, message: Math.min(message, room - path) };
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => columnsOf(printable(text))));
}

/** Path, what was found and how certain it is. */
export function exampleLines(page: Page, example: Example, columns: ExampleColumns): string[] {
  const certainty = example.proved ? page.paint.bold('proved') : `likely ${likelihood(example.score)}`;
  if (columnsOf(printable(example.path)) > columns.path) {
    const room = page.width - EXAMPLE_INDENT.length - INDENT.length - GAP.length - CERTAINTY_COLUMNS;
    const lines = messageLines(example, room).map((line) => EXAMPLE_INDENT + INDENT + line);
    return [
      underPath(page, example.path),
      ...lines.slice(0, -1),
      // After the last line, so that the sentence is not interrupted.
      `${lines.at(-1)}${GAP}${certainty}`,
      ...valueLines(page, example),
      ...phoneLines(page, example),
    ];
  }
  const path = padEnd(page.link(example.path, printable(example.path)), columns.path);
  const lines = messageLines(example, columns.message);
  const starts = lines.map((_, at) => EXAMPLE_INDENT + (at === 0 ? path : ' '.repeat(columns.path)) + GAP);
  const ends = lines.map((line, at) =>
    at < lines.length - 1 ? line : `${padEnd(line, columns.message)}${GAP}${certainty}`,
  );
  return [...ends.map((end, at) => starts[at] + end), ...valueLines(page, example), ...phoneLines(page, example)];
}

/** What the phone calls a file that a backup keeps under a number. */
function phoneLines(page: Page, { originalPath }: Example): string[] {
  return originalPath === null ? [] : [underLine(page, `${INDENT}on the phone: ${originalPath}`)];
}

/** Whole, however long: a person who asks for values does not want a part of one. */
function valueLines(page: Page, { evidence }: Example): string[] {
  const values = page.isValueShown ? printable(evidenceText(evidence)) : '';
  if (values === '') return [];
  const indent = EXAMPLE_INDENT + INDENT;
  const room = page.width - indent.length;
  const lines = wrap(values, room).split('\n');
  return lines.flatMap((line) => breakAnywhere(line, room)).map((line) => indent + line);
}

function messageLines({ message }: Example, columns: number): string[] {
  return fold(shortenEnd(printable(message), columns * MESSAGE_LINES), columns);
}

/**
 * Lines of at most `columns` columns, also where one word is longer; all but the first indented by
 * `indent` columns.
 */
export function fold(text: string, columns: number, indent = 0): string[] {
  return wrap(text, columns, indent)
    .split('\n')
    .map((line) => shortenEnd(line, columns));
}

/** Two digits; never 1.00 for what is only likely. */
function likelihood(score: number): string {
  return Math.min(score, 0.99).toFixed(2);
}

/** `proved` or `likely 0.97`. */
export function certainty({ proved, score }: Pick<Finding, 'proved' | 'score'>): string {
  return proved ? 'proved' : `likely ${likelihood(score)}`;
}
