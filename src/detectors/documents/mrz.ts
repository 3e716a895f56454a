// Reads machine-readable zones and proves them by their check digits.
import type { Tensor } from '../../inference/engine.js';
import { bestConfidence, type Charset, readAs, readFreely, type TemplateReading } from '../../ocr/ctc.js';
import type { LineBox } from '../../ocr/line-box.js';
import type { Reader } from '../../ocr/reader.js';
import type { Raster } from '../../types/raster.js';
import { heldChecks, isProved } from './mrz-check.js';
import { MRZ_LAYOUTS, type MrzLayout } from './mrz-layouts.js';

/** A zone read under one layout. */
export interface ZoneReading {
  readonly layout: MrzLayout;
  /** As many as the layout has; a line that was not found is empty. */
  readonly lines: readonly string[];
  /** All check digits hold and the dates are dates. */
  readonly isProved: boolean;
  /** How well what is seen bears the reading, 0..1: its probability relative to the free reading's, of the worst line. */
  readonly bearing: number;
  /** 1 where proved, else `bearing` reduced by the part of the check digits that do not hold, by half at most. */
  readonly fit: number;
}

/** The reading of a zone, and how sure it is that it is one at all. */
export interface Zone extends ZoneReading {
  /** 1 where proved, else above 0.5 where runs of fillers were seen, which nothing else in print has, and below it elsewhere. */
  readonly score: number;
}

/** Heights at which a row is cropped, relative to its box, until the digits hold: the detector's boxes are not always tight. */
const CROP_HEIGHTS = [1, 1.2, 0.85];
/**
 * A proved reading is taken at once from this bearing; true ones lie above 0.93. The digits alone do not tell a number
 * that is misread: its own check digit holds for one in ten, and the composite digit then holds too.
 */
const SURE_BEARING = 0.93;
/** Below this the lines say something else. */
const MIN_BEARING = 0.7;
/** A second choice counts from this part of the first one's probability. */
const MIN_CHOICE = 0.01;
/** Places with second choices that are tried, one or two at a time. */
const MAX_DOUBTS = 8;

/** One crop of a row, with what it reads as. */
interface Row {
  /** As freely read. */
  readonly text: string;
  /** Geometric mean of the best probability at each step: no reading can have more. */
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
      const reading = readings.get(template) ?? readAs(steps, charset, template);
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

/** Places under a check digit where another character is nearly as likely, the most doubtful first. */
function doubtsIn(readings: readonly (TemplateReading | null)[], layout: MrzLayout): readonly Doubt[] {
  const places = layout.checks.flatMap((check) => [...check.over, check.digit]);
  const isChecked = ({ line, index }: Doubt) =>
    places.some((place) => place.line === line && place.start <= index && index < place.end);
  return readings
    .flatMap((reading, line) =>
      (reading?.choices ?? []).map(([first, second], index): Doubt => {
        const ratio = (second?.confidence ?? 0) / Math.max(first?.confidence ?? 0, MIN_CHOICE);
        return { line, index, text: second?.text ?? '', ratio };
      }),
    )
    .filter((doubt) => doubt.ratio >= MIN_CHOICE && isChecked(doubt))
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, MAX_DOUBTS);
}

const settle = (lines: readonly string[], { line, index, text }: Doubt): readonly string[] =>
  lines.map((old, i) => (i === line ? old.slice(0, index) + text + old.slice(index + 1) : old));

/** The likeliest reading, then those where one or two doubtful places hold their second choice. */
function* variants(readings: readonly (TemplateReading | null)[], layout: MrzLayout): Generator<readonly string[]> {
  const lines = readings.map((reading) => reading?.text ?? '');
  yield lines;
  const doubts = doubtsIn(readings, layout);
  for (const doubt of doubts) yield settle(lines, doubt);
  for (const [index, a] of doubts.entries()) {
    for (const b of doubts.slice(index + 1)) yield settle(settle(lines, a), b);
  }
}

/** Rows under a layout: `rows[i]` is line i, null where it was not found; null where a row cannot be that line. */
function readUnder(layout: MrzLayout, rows: readonly (Row | null)[]): ZoneReading | null {
  const [top] = rows;
  const isVisa = layout.templates[0]?.[0] === 'V';
  if (top ? top.text.startsWith('V') !== isVisa : layout.isProvedWithoutFirst !== true) return null;
  const readings = rows.map((row, line) => row?.as(layout, line) ?? null);
  if (rows.some((row, line) => row !== null && readings[line] === null)) return null;
  const ratios = rows.flatMap((row, line) => (row ? [readings[line]!.confidence / row.bestConfidence] : []));
  const bearing = Math.min(...ratios);
  const lines = readings.map((reading) => reading?.text ?? '');
  if (bearing >= MIN_BEARING) {
    for (const variant of variants(readings, layout)) {
      if (isProved(variant, layout)) return { layout, lines: variant, isProved: true, bearing, fit: 1 };
    }
  }
  const held = heldChecks(lines, layout);
  const fit = bearing * (0.5 + (0.5 * held.filter(Boolean).length) / held.length);
  return { layout, lines, isProved: false, bearing, fit };
}

/** A proved reading before any other, then the one that what is seen bears best. */
function better(a: ZoneReading | null, b: ZoneReading | null): ZoneReading | null {
  if (a === null || b === null) return a ?? b;
  if (a.isProved && b.isProved) return b.bearing > a.bearing ? b : a;
  return b.fit > a.fit ? b : a;
}

/** Each choice of one item from every list. */
function combinations<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  );
}

/** The rows (cuts of each) as lines of the layout, wherever it may begin; a first line may be missing above the first row. */
function* placements(layout: MrzLayout, rows: readonly (readonly Row[])[]): Generator<readonly (Row | null)[]> {
  const count = layout.templates.length;
  for (let first = -1; first + count <= rows.length; first += 1) {
    const lists: (readonly (Row | null)[])[] = layout.templates.map((_, line) => rows[first + line] ?? [null]);
    yield* combinations(lists);
  }
}

/** The proved reading of the rows, or the one that fits best; null where no layout has so few lines. */
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
    if (best?.isProved && best.bearing >= SURE_BEARING) break;
  }
  if (best === null) return null;
  const hasFillers = rows.flat().some((row) => row.text.includes('<<'));
  return { ...best, score: best.isProved ? 1 : (best.fit + (hasFillers ? 1 : 0)) / 2 };
}
