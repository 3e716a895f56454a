// Vehicle registration plates: the form of some country in one row or two, in letters as clear as
// on a plate, and whether what carries them looks like a plate.
import { joinedBox, offsetOf } from '../../../ocr/layout/direction.js';
import { rowsBelow } from '../../../ocr/layout/near.js';
import type { Row } from '../../../ocr/layout/rows.js';
import type { LineBox } from '../../../ocr/line-box.js';
import type { Raster } from '../../../types/raster.js';
import type { Finder, Found } from '../found.js';
import { hasSignWord, isBand, isCaption } from './captions.js';
import { EUROPEAN_PLATES } from './europe.js';
import { closedSides } from './region.js';
import { type PlateShape, plateText } from './shape.js';
import { OTHER_PLATES } from './world.js';

export const PLATE_SHAPES: readonly PlateShape[] = [...EUROPEAN_PLATES, ...OTHER_PLATES];

/**
 * Width to height ratio of the print. A plate of 520 x 110 mm has letters of 75 mm across 400 to
 * 480 mm; a plate of 12 x 6 inches has less, and the detector's boxes are higher than the letters.
 */
const ASPECT = { one: { min: 1.7, max: 11 }, two: { min: 0.8, max: 3.4 } } as const;
/** Plates are made to be legible. Text read with a lower confidence is something else. */
const MIN_CONFIDENCE = 0.85;
/** A plate has at most three groups side by side, and the reader may cut one. */
const MAX_PIECES = 4;
/**
 * Maximum rows of text in a picture of a vehicle: a few plates, a badge, a dealer's frame. A page
 * has more. A plate with clear edges may be among more, as on the side of a van.
 */
const MAX_ROWS = 8;
const MAX_ROWS_WITH_EDGES = 16;
/** Reduction of the score for each further row, and at most. */
const EACH_ROW = 0.02;
const MAX_REDUCTION = 0.2;
/** What is added where the paper ends around the print, at three sides or at all four. */
const EDGES: readonly number[] = [0, 0, 0, 0.25, 0.3];
/** What is added for the name of a state above or below, and for the code of a country. */
const CAPTION = 0.25;
/** Two rows one above the other without any of that are rarely a plate. */
const UNSUPPORTED_ROWS = 0.5;
const MAX_SCORE = 0.95;
/** The two rows of a plate are close, about equally high, and above each other. */
const MAX_DROP = 2.2;
const MIN_HEIGHT_RATIO = 0.55;
const MIN_OVERLAP = 0.6;
/** A caption and a band are this close, in heights of the smaller print. */
const CAPTION_DROP = 4;
const BAND_GAP = 4;
const BAND_DROP = 3;
/** Maximum height of the code in the band, as a share of that of the number. */
const BAND_HEIGHT = 0.8;

interface Print {
  readonly rows: readonly Row[];
  /** What the print may say, in capitals, `-` between groups. */
  readonly texts: readonly string[];
  readonly box: LineBox;
}

/** The reader cannot tell whether a single letter is a capital. */
const capital = (text: string): string => (/^[ckopsuvwxz]$/.test(text) ? text.toUpperCase() : text);

/**
 * What the row may say, the likeliest first: as read, without the first character of a piece that
 * overlaps the one before (a part of that one's last), and both without the band.
 */
function textsOf({ pieces }: Row): readonly string[] {
  const parts = pieces.map(({ line }) => capital(line.text.trim()));
  if (parts.some((part) => part.toUpperCase() !== part)) return [];
  const trimmed = pieces.map(({ line }, index) => {
    const before = pieces[index - 1];
    const isCut = before !== undefined && offsetOf(before.line.box, line.box).gap < 0;
    return isCut ? (parts[index] ?? '').slice(1) : parts[index];
  });
  const read = [parts.join(' '), trimmed.join(' ')].map(plateText);
  const withoutBand = read.flatMap((one) => {
    const [first = '', ...rest] = one.split('-');
    return isBand(first) && rest.length > 0 ? [rest.join('-')] : [];
  });
  return [...new Set([...read, ...withoutBand])];
}

function isClear({ pieces }: Row): boolean {
  if (pieces.length > MAX_PIECES) return false;
  const letters = pieces.reduce((sum, { line }) => sum + line.text.length, 0);
  const confidence = pieces.reduce((sum, { line }) => sum + line.confidence * line.text.length, 0);
  return confidence >= MIN_CONFIDENCE * letters;
}

const isWithin = ({ width, height }: LineBox, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  width >= height * min && width <= height * max;

/** The row alone, and together with a row below. */
function printsOf(row: Row, rows: readonly Row[]): readonly Print[] {
  if (!isClear(row)) return [];
  const texts = textsOf(row);
  const alone = isWithin(row.box, ASPECT.one) ? [{ rows: [row], texts, box: row.box }] : [];
  const pairs = rowsBelow(row, rows)
    .filter((below) => isClear(below) && isSecondRow(row.box, below.box))
    .map((below) => ({
      rows: [row, below],
      texts: texts.flatMap((upper) => textsOf(below).map((lower) => `${upper}-${lower}`)),
      box: joinedBox([row.box, below.box]),
    }));
  return [...alone, ...pairs.filter(({ box }) => isWithin(box, ASPECT.two))];
}

function isSecondRow(upper: LineBox, lower: LineBox): boolean {
  const { drop, overlap } = offsetOf(upper, lower);
  const ratio = Math.min(upper.height, lower.height) / Math.max(upper.height, lower.height);
  return drop < MAX_DROP && overlap > MIN_OVERLAP && ratio > MIN_HEIGHT_RATIO;
}

/** The first text that has a shape, with the shape that is rarest elsewhere. */
function bestShape(texts: readonly string[]): { readonly shape: PlateShape; readonly text: string } | null {
  for (const text of texts) {
    const shapes = hasSignWord(text) ? [] : PLATE_SHAPES.filter(({ pattern }) => pattern.test(text));
    const [shape] = [...shapes].sort((a, b) => b.weight - a.weight);
    if (shape !== undefined) return { shape, text };
  }
  return null;
}

const rowHeightOf = (rows: readonly Row[]): number => Math.max(...rows.map(({ box }) => box.height));

/** Whether the name of a state is above or below, or the code of a country in front. */
const isNamed = ({ rows: own }: Print, rows: readonly Row[]): boolean =>
  rows.some((row) => !own.includes(row) && own.some(({ box }) => isCaptionOf(row, box) || isBandOf(row, box)));

function isCaptionOf(row: Row, box: LineBox): boolean {
  const { drop, overlap } = offsetOf(box, row.box);
  return isCaption(row.text) && Math.abs(drop) < CAPTION_DROP && overlap > MIN_OVERLAP;
}

/** The band is at the left, its code lower than the number and smaller. */
function isBandOf(row: Row, box: LineBox): boolean {
  const { gap, drop } = offsetOf(row.box, box);
  const isNear = gap > -1 && gap < BAND_GAP && Math.abs(drop) < BAND_DROP;
  return isBand(row.text) && isNear && row.box.height < BAND_HEIGHT * box.height;
}

function plateIn(print: Print, rows: readonly Row[], raster: Raster | undefined): Found | null {
  const best = bestShape(print.texts);
  if (best === null) return null;
  const sides = raster === undefined ? 0 : closedSides(raster, print.box, rowHeightOf(print.rows));
  const others = rows.length - print.rows.length;
  if (others >= (sides === 4 ? MAX_ROWS_WITH_EDGES : MAX_ROWS)) return null;
  const support = (EDGES[sides] ?? 0) + (isNamed(print, rows) ? CAPTION : 0);
  const weight = best.shape.weight * (print.rows.length > 1 && support === 0 ? UNSUPPORTED_ROWS : 1);
  const score = weight + support - Math.min(MAX_REDUCTION, EACH_ROW * others);
  return {
    label: 'licence-plate',
    value: best.text.replace(/[^\p{L}\p{N}]/gu, ''),
    places: print.rows.map((row) => ({ row, start: 0, end: row.text.length })),
    score: Math.max(0, Math.min(MAX_SCORE, score)),
    proved: false,
    more: best.shape.country === null ? {} : { country: best.shape.country },
  };
}

/** The likeliest first: of two that share a row, only the first counts. */
export const licencePlates: Finder = (rows, raster) => {
  const plates = rows.flatMap((row) => printsOf(row, rows).flatMap((print) => plateIn(print, rows, raster) ?? []));
  const taken = new Set<Row>();
  return [...plates]
    .sort((a, b) => b.score - a.score)
    .filter(({ places }) => {
      const isFree = places.every(({ row }) => !taken.has(row));
      if (isFree) for (const { row } of places) taken.add(row);
      return isFree;
    });
};
