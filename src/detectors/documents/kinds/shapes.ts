// What the arrangement of a text says, whatever its words are.
import type { Layout } from './layout.js';

/** Rows with an amount at their end that make a list of prices. */
const AMOUNT_ROWS = 3;
/** Height to width of a till's strip of paper, as far as it is printed. */
const STRIP_RATIO = 1.5;
/** What one says, what the other says, and what the one says then. */
const TWO_SIDED = 2;
/** More lines than both sides of a card hold. */
const CARD_LINES = 25;
/** Words in a row of running text, and how many such rows make it. */
const SENTENCE_WORDS = 7;
const SENTENCE_ROWS = 5;
/** An amount of money at the end of a row: two decimals, with a point or a comma. */
const AMOUNT_AT_END = /(?<![\d.,/-])-?(?:\d{1,3}(?:[., ]\d{3})+|\d{1,6})\s?[.,]\s?\d{2}\s?(?:[A-Z€$£%*-]{0,3})$/i;

/** A row that begins with a day and ends with an amount, as on a statement of account. */
export const DATED_AMOUNT = /^\d{1,2}[ ./-]?(?:\d{1,2}|\p{L}{3,9})(?:[ ./-]?(?:20)?\d\d)?\b.*\d[.,]\d{2}\D{0,5}$/u;

const SHAPES = {
  amounts: ({ rows }: Layout) => rows.filter((row) => AMOUNT_AT_END.test(row)).length >= AMOUNT_ROWS,
  strip: ({ aspect }: Layout) => aspect >= STRIP_RATIO,
  'two-sided': ({ sideChanges }: Layout) => sideChanges >= TWO_SIDED,
  portrait: ({ hasPortrait }: Layout) => hasPortrait === true,
  'many-lines': ({ seen }: Layout) => seen > CARD_LINES,
  'running-text': ({ rows }: Layout) =>
    rows.filter((row) => row.split(' ').length >= SENTENCE_WORDS && !AMOUNT_AT_END.test(row)).length >= SENTENCE_ROWS,
} as const;

export type ShapeId = keyof typeof SHAPES;

export function hasShape(layout: Layout, shape: ShapeId): boolean {
  return SHAPES[shape](layout);
}
