// Payment card numbers in print: in one line, in groups side by side or below each other, with each
// digit in a box of its own.
import { continuations, type Joined, rangesInRows } from '../../ocr/layout/joined.js';
import { hasLabel, labelPattern } from '../../ocr/layout/labels.js';
import { boxesOf, joinRows, type Row } from '../../ocr/layout/rows.js';
import type { LineBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';
import { type CardDigits, cardNumbersIn } from './card-number.js';

/** A card number and the boxes that it was read from. */
export interface CardNumber extends CardDigits {
  readonly boxes: readonly LineBox[];
}

const SEPARATORS = '[ .·\\-–—]';
/** Groups of a number and nothing else, and such groups at the end of a row. */
const GROUPS = new RegExp(`^(?:\\d{4,6}${SEPARATORS}*){1,4}$`, 'u');
const ENDS_IN_GROUPS = new RegExp(`(?<!\\d${SEPARATORS}*)(?:\\d{4,6}${SEPARATORS}*){1,4}$`, 'u');
/** Digits with gaps where no card has them: the recogniser saw boxes between them. */
const BOXED = new RegExp(`(?<!\\d${SEPARATORS}{0,3})\\d(?:[ |\\][]{0,3}\\d){13,18}(?!${SEPARATORS}{0,3}\\d)`, 'gu');
const LABELS = labelPattern([
  ...['card number', 'card no', 'credit card', 'debit card', 'Visa', 'Mastercard', 'American Express'],
  ...['numéro de carte', 'n° de carte', 'carte bancaire', 'carte de crédit'],
  ...['Kartennummer', 'Karten-Nr', 'Kreditkarte', 'Kreditkartennummer'],
  ...['número de tarjeta', 'tarjeta', 'numero carta', 'carta di credito', 'número do cartão', 'cartão'],
  ...['kaartnummer', 'creditcard'],
]);

function numbersOf(joined: Joined, text: string, start: number): readonly CardNumber[] {
  const boxes = rangesInRows(joined, start, joined.text.length).flatMap(boxesOf);
  return cardNumbersIn(text)
    .filter(({ isProved }) => isProved)
    .map((number) => ({ ...number, boxes }));
}

/** A number whose groups are several boxes of the row, or continue in other rows. */
function acrossBoxes(row: Row, rows: readonly Row[]): readonly CardNumber[] {
  const start = ENDS_IN_GROUPS.exec(row.text)?.index;
  if (start === undefined) return [];
  for (const joined of [{ text: row.text, rows: [row] }, ...continuations(row, rows)]) {
    if (!joined.rows.slice(1).every(({ text }) => GROUPS.test(text.trim()))) continue;
    const text = joined.text.slice(start).replace(/\D+/gu, ' ').trim();
    const found = numbersOf(joined, text, start).filter(({ digits }) => digits === text.replaceAll(' ', ''));
    if (found.length > 0) return found;
  }
  return [];
}

/** With a label, because rows of a table are such digits too. */
function inBoxes(row: Row, rows: readonly Row[]): readonly CardNumber[] {
  return [...row.text.matchAll(BOXED)].flatMap(({ 0: printed, index }) => {
    const found = numbersOf({ text: row.text, rows: [row] }, printed.replace(/\D/gu, ''), index);
    return found.length > 0 && hasLabel(row, index, rows, LABELS) ? found : [];
  });
}

/** All card numbers in the lines, within one line or across several. Each number appears once. */
export function findCardNumbers(lines: readonly TextLine[]): readonly CardNumber[] {
  const whole = lines.flatMap(({ text, box }) => cardNumbersIn(text).map((number) => ({ ...number, boxes: [box] })));
  const rows = joinRows(lines);
  const split = rows.flatMap((row) => [...acrossBoxes(row, rows), ...inBoxes(row, rows)]);
  return [...new Map([...split, ...whole].map((number) => [number.digits, number])).values()];
}
