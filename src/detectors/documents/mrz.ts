// Reads machine-readable zones and proves them by their check digits.
import type { Tensor } from '../../inference/engine.js';
import { bestConfidence, type Charset, readAs, readFreely, type TemplateReading } from '../../ocr/ctc.js';
import type { LineBox } from '../../ocr/line-box.js';
import type { Reader } from '../../ocr/reader.js';
import type { Raster } from '../../types/raster.js';
import { MRZ_ALIKE } from './mrz-alike.js';
import { areCountriesKnown, checkedLines, heldChecks, isProved } from './mrz-check.js';
import { MRZ_LAYOUTS, type MrzLayout } from './mrz-layouts.js';

/** A zone read under one layout. */
export interface ZoneReading {
  readonly layout: MrzLayout;
  /** One entry per line of the layout. A line that was not found is empty. */
  readonly lines: readonly string[];
  /** All check digits hold and all dates are valid. */
  readonly isProved: boolean;
  /**
   * How well the picture supports the reading, 0..1: the probability of the reading divided by that
   * of the unconstrained reading, for the worst line.
   */
  readonly bearing: number;
  /**
   * Characters that were replaced by the second choice until the check digits held. Each makes it
   * likelier that they hold by chance.
   */
  readonly repairs: number;
  /**
   * 1 if proved. Otherwise `bearing`, reduced by the share of failed check digits, at most by half.
   */
  readonly fit: number;
}

/** The reading of a zone, and the confidence that it is a zone at all. */
export interface Zone extends ZoneReading {
  /**
   * 1 if proved. Otherwise above 0.5 if runs of fillers were read, which no other print has, and
   * below 0.5 if not.
   */
  readonly score: number;
}

/**
 * Crop heights of a row relative to its box, tried until the check digits hold. The detector's
 * boxes are not always tight.
 */
const CROP_HEIGHTS = [1, 1.2, 0.85];
/**
 * A proved reading with at least this bearing, and without a repair, ends the search. Correct
 * readings are above 0.93. Check digits alone do not reveal a misread number: its own check digit
 * holds by chance for one in ten, and the composite check digit then holds too.
 */
const SURE_BEARING = 0.93;
/** Below this the lines contain other text. */
const MIN_BEARING = 0.7;
/** A row with so many more characters than a line is another line. */
const MAX_MORE = 3;
/** First letters of the kinds of documents: passport, cards, visa. */
const OTHER_KINDS = /^[PACIV]/;
/** Minimum probability of a second choice, relative to the first choice. */
const MIN_CHOICE = 0.01;
/** The same for a filler that was read as another character. */
const WORN_FILLER = 0.3;
/** Maximum number of doubtful positions whose second choices are tried, one or two at a time. */
const MAX_DOUBTS = 8;

/** One crop of a row and its readings. */
interface Row {
  /** The unconstrained reading. */
  readonly text: string;
  /** Geometric mean of the highest probability at each step. No reading can exceed it. */
  readonly bestConfidence: number;
  as(layout: MrzLayout, line: number): TemplateReading | null;
}

function rowOf(steps: Tensor, charset: Charset): Row {
  const readings = new Map<MrzLayout['templates'][number], TemplateReading | null>();
  return {
    text: readFreely(steps, charset)
      .map((character) => character.text)
      .join(''),
    bestConfidence: bestConfidence(steps),
    as: (layout, line) => {
      const template = layout.templates[line] ?? [];
      const reading = readings.get(template) ?? readAs(steps, charset, template, MRZ_ALIKE);
      readings.set(template, reading);
      return reading;
    },
  };
}

interface Doubt {
  readonly line: number;
  readonly index: number;
  readonly text: string;
  readonly ratio: number;
}

/** A single character within a run of fillers that the recogniser takes for one. */
const isWornFiller = (text: string, index: number): boolean => /^<[4CKL]<$/.test(text.slice(index - 1, index + 2));

/**
 * Positions covered by a check digit where another character is nearly as likely. The most doubtful
 * comes first.
 */
function doubtsIn(readings: readonly (TemplateReading | null)[], layout: MrzLayout): readonly Doubt[] {
  const places = layout.checks.flatMap((check) => [...check.over, check.digit]);
  const isChecked = ({ line, index }: Doubt) =>
    places.some((place) => place.line === line && place.start <= index && index < place.end);
  return readings
    .flatMap((reading, line) =>
      (reading?.choices ?? []).map(([first, second], index): Doubt => {
        if (isWornFiller(reading?.text ?? '', index)) return { line, index, text: '<', ratio: WORN_FILLER };
        const ratio = (second?.confidence ?? 0) / Math.max(first?.confidence ?? 0, MIN_CHOICE);
        return { line, index, text: second?.text ?? '', ratio };
      }),
    )
    .filter((doubt) => doubt.ratio >= MIN_CHOICE && isChecked(doubt))
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, MAX_DOUBTS);
}

/** The lines with the other character of the doubt. Exported for its test. */
export const withOtherChoice = (
  lines: readonly string[],
  { line, index, text }: Pick<Doubt, 'line' | 'index' | 'text'>,
): readonly string[] => lines.map((old, i) => (i === line ? old.slice(0, index) + text + old.slice(index + 1) : old));

/**
 * The most likely reading, then the readings with the second choice at one or two doubtful
 * positions.
 */
function* variants(readings: readonly (TemplateReading | null)[], layout: MrzLayout): Generator<Variant> {
  const lines = readings.map((reading) => reading?.text ?? '');
  yield { lines, repairs: 0 };
  const doubts = doubtsIn(readings, layout);
  for (const doubt of doubts) yield { lines: withOtherChoice(lines, doubt), repairs: 1 };
  for (const [index, a] of doubts.entries()) {
    for (const b of doubts.slice(index + 1)) {
      yield { lines: withOtherChoice(withOtherChoice(lines, a), b), repairs: 2 };
    }
  }
}

type Variant = Pick<ZoneReading, 'lines' | 'repairs'>;

/**
 * Whether the row can be this line of the layout by its first letter and its length. The recogniser
 * loses fillers but adds few characters.
 */
function mayBe(row: Row, layout: MrzLayout, line: number): boolean {
  if (compact(row.text).length > (layout.templates[line]?.length ?? 0) + MAX_MORE) return false;
  const first = row.text[0] ?? '';
  if (line > 0 || !OTHER_KINDS.test(first)) return true;
  return (layout.templates[0]?.[0] ?? '').includes(first);
}

const compact = (text: string): string => text.replaceAll(' ', '');

/**
 * Reads rows under a layout. `rows[i]` is line i, or null if it was not found. The result is null
 * if a row cannot be that line. A line without check digits counts only where the picture supports
 * it; without it, the others may still be proved.
 */
function readUnder(layout: MrzLayout, rows: readonly (Row | null)[]): ZoneReading | null {
  const [top] = rows;
  const isVisa = layout.templates[0]?.[0] === 'V';
  if (top ? top.text.startsWith('V') !== isVisa : layout.isProvedWithoutFirst !== true) return null;
  if (rows.some((row, line) => row !== null && !mayBe(row, layout, line))) return null;
  const checked = checkedLines(layout);
  const all = rows.map((row, line) => row?.as(layout, line) ?? null);
  const bearings = rows.map((row, line) => (all[line]?.confidence ?? 0) / (row?.bestConfidence ?? 1));
  if (checked.some((line) => all[line] === null)) return null;
  const isKept = (line: number): boolean => checked.includes(line) || (bearings[line] ?? 0) >= MIN_BEARING;
  const needsAll = layout.isProvedWithoutFirst !== true;
  if (needsAll && top !== null && !isKept(0)) return null;
  const readings = all.map((reading, line) => (isKept(line) ? reading : null));
  const bearing = Math.min(...checked.map((line) => bearings[line] ?? 0));
  const lines = readings.map((reading) => reading?.text ?? '');
  if (bearing >= MIN_BEARING) {
    for (const variant of variants(readings, layout)) {
      if (isProved(variant.lines, layout)) return { layout, ...variant, isProved: true, bearing, fit: 1 };
    }
  }
  const held = heldChecks(lines, layout);
  const weakest = Math.min(...rows.flatMap((row, line) => (row === null ? [] : [bearings[line] ?? 0])));
  const fit = weakest * (0.5 + (0.5 * held.filter(Boolean).length) / held.length);
  return { layout, lines, isProved: false, bearing, repairs: 0, fit };
}

/**
 * Prefers a proved reading, with countries that exist, then with fewer repairs, then the reading
 * that the picture supports better.
 */
function better(a: ZoneReading | null, b: ZoneReading | null): ZoneReading | null {
  if (a === null || b === null) return a ?? b;
  if (a.isProved && b.isProved) {
    const [isAKnown, isBKnown] = [areCountriesKnown(a.lines, a.layout), areCountriesKnown(b.lines, b.layout)];
    if (isAKnown !== isBKnown) return isBKnown ? b : a;
    if (a.repairs !== b.repairs) return b.repairs < a.repairs ? b : a;
    return b.bearing > a.bearing ? b : a;
  }
  return b.fit > a.fit ? b : a;
}

/** All combinations of one item from each list. */
function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  );
}

/**
 * All ways to assign the rows (several crops each) to the lines of the layout, whichever row it
 * starts at. The first line may be missing above the first row, and lines without check digits
 * below the last.
 */
function* placements(layout: MrzLayout, rows: readonly (readonly Row[])[]): Generator<readonly (Row | null)[]> {
  const last = Math.max(...checkedLines(layout));
  for (let first = -1; first + last < rows.length; first += 1) {
    const lists: (readonly (Row | null)[])[] = layout.templates.map((_, line) => rows[first + line] ?? [null]);
    yield* combinations(lists);
  }
}

const isSure = ({ isProved, repairs, bearing, lines, layout }: ZoneReading): boolean =>
  isProved && repairs === 0 && bearing >= SURE_BEARING && areCountriesKnown(lines, layout);

/** The proved reading of the rows, or else the best one. Null if no layout has so few lines. */
export async function readZone(raster: Raster, zone: readonly LineBox[], reader: Reader): Promise<Zone | null> {
  const rows: Row[][] = zone.map(() => []);
  let best: ZoneReading | null = null;
  for (const height of CROP_HEIGHTS) {
    for (const [index, box] of zone.entries()) {
      rows[index]?.push(rowOf(await reader.recognise(raster, { ...box, height: box.height * height }), reader.charset));
    }
    for (const layout of MRZ_LAYOUTS) {
      for (const placed of placements(layout, rows)) best = better(best, readUnder(layout, placed));
    }
    if (best !== null && isSure(best)) break;
  }
  if (best === null) return null;
  const hasFillers = rows.flat().some((row) => row.text.includes('<<'));
  return { ...best, score: best.isProved ? 1 : (best.fit + (hasFillers ? 1 : 0)) / 2 };
}
