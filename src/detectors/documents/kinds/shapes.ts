// What the layout of a text indicates, whatever its words are.
import type { Layout } from './layout.js';

/** Minimum number of rows with an amount at their end in a list of prices. */
const AMOUNT_ROWS = 3;
/** Minimum height to width ratio of the printed part of a till receipt. */
const STRIP_RATIO = 1.5;
/**
 * Minimum number of side changes in a conversation: one person, the other, and the first one again.
 */
const TWO_SIDED = 2;
/** More lines than fit on both sides of a card. */
const CARD_LINES = 25;
/** About as many as one side of a payment card has. */
const FEW_LINES = 12;
/** Words per row of running text, and the minimum number of such rows. */
const SENTENCE_WORDS = 7;
const SENTENCE_ROWS = 5;
/**
 * Letters of a line of prose, and the minimum number of such lines. Letters count, not words: the
 * recogniser joins words.
 */
const PROSE_LETTERS = 30;
const PROSE_LINES = 4;
/** An amount of money at the end of a row: two decimals after a point or a comma. */
const AMOUNT_AT_END = /(?<![\d.,/-])-?(?:\d{1,3}(?:[., ]\d{3})+|\d{1,6})\s?[.,]\s?\d{2}\s?(?:[A-Z€$£%*-]{0,3})$/i;

/** A row that begins with a date and ends with an amount, as on a bank statement. */
export const DATED_AMOUNT = /^\d{1,2}[ ./-]?(?:\d{1,2}|\p{L}{3,9})(?:[ ./-]?(?:20)?\d\d)?\b.*\d[.,]\d{2}\D{0,5}$/u;

const SHAPES = {
  amounts: ({ rows }: Layout) => rows.filter((row) => AMOUNT_AT_END.test(row)).length >= AMOUNT_ROWS,
  strip: ({ aspect }: Layout) => aspect >= STRIP_RATIO,
  'two-sided': ({ sideChanges }: Layout) => sideChanges >= TWO_SIDED,
  portrait: ({ hasPortrait }: Layout) => hasPortrait === true,
  'grey-scan': ({ isGreyScan }: Layout) => isGreyScan === true,
  prose: ({ lines }: Layout) => lines.filter(isProse).length >= PROSE_LINES,
  'few-lines': ({ seen }: Layout) => seen <= FEW_LINES,
  'many-lines': ({ seen }: Layout) => seen > CARD_LINES,
  'running-text': ({ rows }: Layout) =>
    rows.filter((row) => row.split(' ').length >= SENTENCE_WORDS && !AMOUNT_AT_END.test(row)).length >= SENTENCE_ROWS,
} as const;

function isProse(line: string): boolean {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const digits = line.match(/\d/g)?.length ?? 0;
  return letters >= PROSE_LETTERS && digits * 5 < letters;
}

export type ShapeId = keyof typeof SHAPES;

export function hasShape(layout: Layout, shape: ShapeId): boolean {
  return SHAPES[shape](layout);
}
