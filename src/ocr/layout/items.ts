// Lists and grids of short texts: numbered or not, with the number before the text or in a box of
// its own, in rows or in columns.
import type { LineBox } from '../line-box.js';
import { bandsOf } from './bands.js';
import { directionOf, offsetOf } from './direction.js';
import { boxOfRange, isNextInRow, type Row, type TextRange } from './rows.js';

/** One text of a list, without its number. */
export interface Item extends TextRange {
  readonly text: string;
  /** The number printed with the text. Null without one. */
  readonly number: number | null;
  readonly box: LineBox;
}

/**
 * A number before a text: `7.`, `7)`, `#7`, `07`, and `7` joined to the word. A number before a
 * longer one needs a sign or a space in between.
 */
const NUMBER =
  /(?<![\p{L}\p{N}.,:/-])[#(]?(\d{1,2}|[lI|\d]{1,2}(?=\s?[.)]))(?:\s?[.,:)(\]|-]{1,2}\s?|\s+|(?=\p{L}{3}))(?=[\p{L}\p{N}]{3})/gu;
/** A number in a box of its own. */
const ALONE = /^[#(]?([\dlI|]{1,2})[.,:)(\]|-]{0,2}$/u;
/** A one may be read as a letter. */
const numberIn = (text: string): number => Number(ALONE.exec(text)?.[1]?.replace(/[lI|]/gu, '1') ?? Number.NaN);
/** Distance of such a number from its text, in letter heights: beside it, and above or below it. */
const NUMBER_GAP = 8;
const NUMBER_DROP = 3;
/** Largest number of a list. */
const MAX_NUMBER = 50;

function itemOf(row: Row, start: number, end: number, number: number | null): Item {
  const from = start + (/^\s*/.exec(row.text.slice(start, end))?.[0].length ?? 0);
  const text = row.text.slice(from, end).trimEnd();
  const range = { row, start: from, end: from + text.length };
  return { ...range, text, number, box: boxOfRange(range) };
}

/** The texts of a row, cut at the numbers before them. */
function itemsIn(row: Row): readonly Item[] {
  const numbers = [...row.text.matchAll(NUMBER)].filter(({ 1: number = '' }) => numberIn(number) <= MAX_NUMBER);
  const first = itemOf(row, 0, numbers[0]?.index ?? row.text.length, null);
  const rest = numbers.map(({ 0: whole, 1: number = '', index }, at) =>
    itemOf(row, index + whole.length, numbers[at + 1]?.index ?? row.text.length, numberIn(number)),
  );
  return [first, ...rest].filter(({ text }) => text !== '');
}

type Pairing = (number: LineBox, text: LineBox) => number | null;

/** Where the text of a number in a box of its own may be: the distance, or null. */
const PAIRINGS: readonly Pairing[] = [
  (number, text) => (isNextInRow(number, text, NUMBER_GAP) ? offsetOf(number, text).gap : null),
  (number, text) => stackedBy(number, text),
  (number, text) => stackedBy(text, number),
  (number, text) => (isNextInRow(text, number, NUMBER_GAP) ? offsetOf(text, number).gap : null),
];

function stackedBy(upper: LineBox, lower: LineBox): number | null {
  const { drop, overlap, indent } = offsetOf(upper, lower);
  const isClose = drop > 0.5 && drop < NUMBER_DROP;
  return isClose && (overlap > 0 || Math.abs(indent) < 2) ? drop : null;
}

/** Texts by their numbers, with the pairing that fits the most of them, each text once. */
function paired(numbers: readonly Item[], texts: readonly Item[]): ReadonlyMap<Item, number> {
  const all = PAIRINGS.map((pairing) => {
    const pairs = numbers.flatMap((number) =>
      texts.flatMap((text) => {
        const distance = pairing(number.box, text.box);
        return distance === null ? [] : [{ number, text, distance }];
      }),
    );
    const found = new Map<Item, number>();
    const used = new Set<Item>();
    for (const { number, text } of pairs.sort((a, b) => a.distance - b.distance)) {
      if (used.has(number) || found.has(text)) continue;
      used.add(number);
      found.set(text, numberIn(number.text));
    }
    return found;
  });
  return all.reduce((best, one) => (one.size > best.size ? one : best), new Map());
}

/** All texts of the rows, each with its number where one is printed beside it. */
export function itemsOf(rows: readonly Row[]): readonly Item[] {
  const all = rows.flatMap(itemsIn);
  const isNumber = ({ text, number }: Item): boolean => number === null && ALONE.test(text);
  const numbers = all.filter((item) => isNumber(item) && numberIn(item.text) <= MAX_NUMBER);
  const texts = all.filter((item) => !numbers.includes(item));
  const numberOf = paired(
    numbers,
    texts.filter(({ number }) => number === null),
  );
  return texts.map((item) => ({ ...item, number: item.number ?? numberOf.get(item) ?? null }));
}

/**
 * Maximum distance of a start from the next one in the same column, in letter heights: a caption
 * may begin further left.
 */
const COLUMN_DISTANCE = 2;

/** The items column by column, each from top to bottom. */
function byColumns(items: readonly Item[]): readonly Item[] {
  const angle = directionOf(items.map(({ box }) => box));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const start = ({ box: { center, width } }: Item) => center.x * cos + center.y * sin - width / 2;
  const across = ({ box: { center } }: Item) => center.y * cos - center.x * sin;
  const columns: Item[][] = [];
  for (const item of [...items].sort((a, b) => start(a) - start(b))) {
    const last = columns.at(-1);
    const before = last?.at(-1);
    const isSame = before !== undefined && start(item) - start(before) < COLUMN_DISTANCE * item.box.height;
    if (isSame) last?.push(item);
    else columns.push([item]);
  }
  return columns.flatMap((column) => column.sort((a, b) => across(a) - across(b)));
}

/** Pairs of neighbours in this order whose numbers follow each other. */
const steps = (items: readonly Item[]): number =>
  items.filter(({ number }, at) => number !== null && number === (items[at - 1]?.number ?? Number.NaN) + 1).length;

/** Whether the numbers, in order, follow each other without a gap. */
const isComplete = (numbered: readonly Item[]): boolean =>
  numbered.length >= 2 && steps(numbered) === numbered.length - 1;

/**
 * The orders in which the items may be read, the likeliest first: by their numbers where all are
 * read, then by rows and by columns, as the numbers say.
 */
export function ordersOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const numbered = items.filter(({ number }) => number !== null).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const byRow = bandsOf(items).flat();
  const byColumn = byColumns(items);
  const grids = steps(byColumn) > steps(byRow) ? [byColumn, byRow] : [byRow, byColumn];
  return isComplete(numbered) ? [numbered, ...grids] : numbered.length >= 2 ? [...grids, numbered] : grids;
}
