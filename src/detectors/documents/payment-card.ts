// Payment cards: a card number whose surrounding text is that of a card, and not of a letter or a
// screen.
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';
import type { Point } from '../../types/raster.js';
import { type CardDigits, cardNumbersIn } from './card-number.js';

/** A card number and the boxes that it was read from. */
export interface CardNumber extends CardDigits {
  readonly boxes: readonly LineBox[];
}

/** Maximum number of lines on a card, both sides together. */
const CARD_LINES = 25;
/**
 * On a card, the number spans almost the full width. On a bill or a screen, other lines are longer.
 */
const MIN_NUMBER_SHARE = 0.45;
const EXPIRY = /(?<!\d)(0[1-9]|1[0-2])\s?\/\s?(?:20)?(\d\d)(?!\d)/g;
/** Words that issuers print, including the forms in which the recogniser joins them. */
const CARD_WORDS =
  /visa|master\s?card|maestro|american\s?express|diners|discover|unionpay|\bjcb\b|\bmir\b|verve|rupay|troy|debit|credit|valid\s?(?:thru|from|until)|good\s?thru|expires?\s?end|month\s?\/\s?year|cvv|cvc|card\s?holder/i;

/** Whether box b continues box a at the same height, like the next group of a number. */
function isNext(a: LineBox, b: LineBox): boolean {
  const height = Math.min(a.height, b.height);
  const end = pointInBox(a, a.width / 2, 0);
  const start = pointInBox(b, -b.width / 2, 0);
  const [x, y] = [start.x - end.x, start.y - end.y];
  const along = x * Math.cos(a.angle) + y * Math.sin(a.angle);
  const across = y * Math.cos(a.angle) - x * Math.sin(a.angle);
  return Math.abs(across) < height / 2 && along > -height && along < height * 3;
}

/**
 * Whether box b is right below box a and starts at the same side, like the second row of a number.
 */
function isBelow(a: LineBox, b: LineBox): boolean {
  const height = Math.min(a.height, b.height);
  const from = pointInBox(a, -a.width / 2, 0);
  const to = pointInBox(b, -b.width / 2, 0);
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = x * Math.cos(a.angle) + y * Math.sin(a.angle);
  const across = y * Math.cos(a.angle) - x * Math.sin(a.angle);
  return Math.abs(along) < height * 1.5 && across > 0 && across < height * 3;
}

/** Whether the line holds nothing but groups of four digits. */
const isGroups = ({ text }: TextLine): boolean => /^(?:\d{4}[ .·\-–—]*){1,3}$/.test(text.trim());

/**
 * Follows groups of four digits from line to line until they form a number whose check digit holds.
 */
function followed(start: TextLine, groups: readonly TextLine[], goesOn: typeof isNext): CardNumber | null {
  const chain = [start];
  for (;;) {
    const last = chain[chain.length - 1]!;
    const next = groups.find((line) => !chain.includes(line) && goesOn(last.box, line.box));
    if (next === undefined) return null;
    chain.push(next);
    const text = chain.flatMap((line) => line.text.match(/\d{4}/g) ?? []).join(' ');
    const number = cardNumbersIn(text).find(({ isProved }) => isProved);
    if (number !== undefined) return { ...number, boxes: chain.map((line) => line.box) };
  }
}

/** All card numbers in the lines, within one line or across several. Each number appears once. */
export function findCardNumbers(lines: readonly TextLine[]): readonly CardNumber[] {
  const whole = lines.flatMap(({ text, box }) => cardNumbersIn(text).map((number) => ({ ...number, boxes: [box] })));
  const groups = lines.filter(isGroups);
  const split = groups.flatMap((line) => followed(line, groups, isNext) ?? followed(line, groups, isBelow) ?? []);
  return [...new Map([...split, ...whole].map((number) => [number.digits, number])).values()];
}

/**
 * The latest date on the card, as `YYYY-MM`, because cards also print a start date. Null if there
 * is none.
 */
export function cardExpiry(lines: readonly TextLine[]): string | null {
  const dates = lines.flatMap(({ text }) => [...text.matchAll(EXPIRY)].map(([, month, year]) => `20${year}-${month}`));
  return dates.sort().at(-1) ?? null;
}

/**
 * Whether the text is that of a card: few lines (`seen`, read or not), a number that spans the full
 * width, and an expiry date or an issuer's words.
 */
export function looksLikeCard(lines: readonly TextLine[], seen: number, number: CardNumber): boolean {
  if (seen > CARD_LINES || numberShare(lines, number) < MIN_NUMBER_SHARE) return false;
  return cardExpiry(lines) !== null || lines.some(({ text }) => CARD_WORDS.test(text));
}

/**
 * Share of the text's width that the number covers, along its own direction, 0..1. Rows below each
 * other count as one long row.
 */
function numberShare(lines: readonly TextLine[], { boxes }: CardNumber): number {
  const angle = boxes[0]?.angle ?? 0;
  const along = ({ x, y }: Point) => x * Math.cos(angle) + y * Math.sin(angle);
  const ends = [...lines.map(({ box }) => box), ...boxes].flatMap((box) => [
    along(pointInBox(box, -box.width / 2, 0)),
    along(pointInBox(box, box.width / 2, 0)),
  ]);
  const width = boxes.reduce((sum, box) => sum + box.width, 0);
  return width / Math.max(1, Math.max(...ends) - Math.min(...ends));
}
