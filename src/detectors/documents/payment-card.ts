// Payment cards: their number, where the text around it is that of a card and not of a letter or a screen.
import { type LineBox, pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';
import type { Point } from '../../types/raster.js';
import { type CardDigits, cardNumbersIn } from './card-number.js';

/** A card number and the boxes it was read from. */
export interface CardNumber extends CardDigits {
  readonly boxes: readonly LineBox[];
}

/** A card carries no more lines than this, both sides counted. */
const CARD_LINES = 25;
/** On a card the number runs nearly from edge to edge; on a bill or a screen it stands within longer lines. */
const MIN_NUMBER_SHARE = 0.45;
const EXPIRY = /(?<!\d)(0[1-9]|1[0-2])\s?\/\s?(?:20)?(\d\d)(?!\d)/g;
/** Words that issuers print; also as the recogniser runs them together. */
const CARD_WORDS =
  /visa|master\s?card|maestro|american\s?express|diners|discover|unionpay|\bjcb\b|\bmir\b|verve|rupay|troy|debit|credit|valid\s?(?:thru|from|until)|good\s?thru|expires?\s?end|month\s?\/\s?year|cvv|cvc|card\s?holder/i;

/** Whether box b goes on where box a ends, at the same height, as the next group of a number does. */
function isNext(a: LineBox, b: LineBox): boolean {
  const height = Math.min(a.height, b.height);
  const end = pointInBox(a, a.width / 2, 0);
  const start = pointInBox(b, -b.width / 2, 0);
  const [x, y] = [start.x - end.x, start.y - end.y];
  const along = x * Math.cos(a.angle) + y * Math.sin(a.angle);
  const across = y * Math.cos(a.angle) - x * Math.sin(a.angle);
  return Math.abs(across) < height / 2 && along > -height && along < height * 3;
}

/** Whether box b stands right below box a and begins where it begins: the second row of a number. */
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

/** Follows groups of four from line to line until they make a number whose check digit holds. */
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

/** All card numbers in the lines, within one line or over several; each number once. */
export function findCardNumbers(lines: readonly TextLine[]): readonly CardNumber[] {
  const whole = lines.flatMap(({ text, box }) => cardNumbersIn(text).map((number) => ({ ...number, boxes: [box] })));
  const groups = lines.filter(isGroups);
  const split = groups.flatMap((line) => followed(line, groups, isNext) ?? followed(line, groups, isBelow) ?? []);
  return [...new Map([...split, ...whole].map((number) => [number.digits, number])).values()];
}

/** `YYYY-MM`, the latest of the dates in that form: cards also print when they begin to be valid. Null where there is none. */
export function cardExpiry(lines: readonly TextLine[]): string | null {
  const dates = lines.flatMap(({ text }) => [...text.matchAll(EXPIRY)].map(([, month, year]) => `20${year}-${month}`));
  return dates.sort().at(-1) ?? null;
}

/** Whether the text is a card's: few lines (`seen`, read or not) with the number all across, and an expiry date or an issuer's words. */
export function looksLikeCard(lines: readonly TextLine[], seen: number, number: CardNumber): boolean {
  if (seen > CARD_LINES || numberShare(lines, number) < MIN_NUMBER_SHARE) return false;
  return cardExpiry(lines) !== null || lines.some(({ text }) => CARD_WORDS.test(text));
}

/** How much of the width of all text the number takes, along its own direction, 0..1; rows below each other count as one long row. */
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
