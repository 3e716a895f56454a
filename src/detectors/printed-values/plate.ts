// Vehicle registration plates: the form of some country, alone on a line with the proportions and
// the clarity of a plate.

import type { Row } from '../../ocr/layout/rows.js';
import type { LineBox } from '../../ocr/line-box.js';
import type { Finder, Found } from './found.js';
import { PLATE_SHAPES } from './plate-shapes.js';

/**
 * Width to height ratio of the line of letters. A plate of 520 x 110 mm has letters of 75 mm across
 * 400 to 480 mm; a plate of 12 x 6 inches has less.
 */
const ASPECT = { min: 2.2, max: 9 };
/** Plates are made to be legible. Text read with a lower confidence is something else. */
const MIN_CONFIDENCE = 0.85;
/**
 * Maximum rows of text in a picture of a vehicle: a few plates, a badge, a dealer's frame. A page
 * has more.
 */
const MAX_ROWS = 8;
/** Reduction of the weight for each further row. */
const EACH_ROW = 0.02;

const isPlateLike = ({ width, height }: LineBox): boolean =>
  width >= height * ASPECT.min && width <= height * ASPECT.max;

/** The country code in the blue band may be separate or joined to the number: `F`, `D`, `NL`. */
const BAND = /^(?:[A-Z]{1,3}\s)(?=\S*\d)/u;

function plateIn(row: Row, rows: readonly Row[]): Found | null {
  const [piece, ...others] = row.pieces;
  if (piece === undefined || others.length > 0 || rows.length > MAX_ROWS) return null;
  if (piece.line.confidence < MIN_CONFIDENCE || !isPlateLike(piece.line.box)) return null;
  const text = row.text.trim();
  if (text !== text.toUpperCase()) return null;
  const shape = [text, text.replace(BAND, '')]
    .flatMap((read) => PLATE_SHAPES.filter(({ pattern }) => pattern.test(read)))
    .sort((a, b) => b.weight - a.weight)[0];
  if (shape === undefined) return null;
  const score = Math.max(0, shape.weight - EACH_ROW * (rows.length - 1));
  const more = shape.country === null ? {} : { country: shape.country };
  const places = [{ row, start: 0, end: row.text.length }];
  return { label: 'licence-plate', value: text.replace(/[^\p{L}\p{N}]/gu, ''), places, score, proved: false, more };
}

export const licencePlates: Finder = (rows) => rows.flatMap((row) => plateIn(row, rows) ?? []);
