// Payment cards: a card number whose surrounding text is that of a card, and not of a letter or a
// screen.
import { pointInBox } from '../../ocr/line-box.js';
import type { TextLine } from '../../ocr/reader.js';
import type { Point } from '../../types/raster.js';
import type { CardNumber } from './printed-card-numbers.js';

/** Maximum number of lines on a card, both sides together. */
export const CARD_LINES = 25;
/**
 * On a card, the number spans almost the full width. On a bill or a screen, other lines are longer.
 */
const MIN_NUMBER_SHARE = 0.45;
const EXPIRY = /(?<!\d)(0[1-9]|1[0-2])\s?\/\s?(?:20)?(\d\d)(?!\d)/g;
/** Words that issuers print, including the forms in which the recogniser joins them. */
const CARD_WORDS =
  /visa|master\s?card|maestro|american\s?express|diners|discover|unionpay|\bjcb\b|\bmir\b|verve|rupay|troy|debit|credit|valid\s?(?:thru|from|until)|good\s?thru|expires?\s?end|month\s?\/\s?year|cvv|cvc|card\s?holder/i;

/**
 * The latest date on the card, as `YYYY-MM`, because cards also print a start date. Null if there
 * is none.
 */
export function cardExpiry(lines: readonly TextLine[]): string | null {
  const dates = lines.flatMap(({ text }) => [...text.matchAll(EXPIRY)].map(([, month, year]) => `20${year}-${month}`));
  return dates.sort().at(-1) ?? null;
}

/** Words of a name in capitals, as cards are embossed, and words that are no name. */
const HOLDER = /^(?:\p{Lu}[\p{Lu}'.-]*\s?){2,4}$/u;
const NO_HOLDER =
  /bank|card|credit|debit|valid|thru|member|since|platinum|gold|business|world|elite|express|month|year|caixa|banco|banque|sparkasse|authori[sz]ed/i;

/** The holder's name, as the card prints it below the number. Null if there is none. */
export function cardHolder(lines: readonly TextLine[]): string | null {
  const names = lines.filter(({ text }) => HOLDER.test(text) && text.includes(' ') && !NO_HOLDER.test(text));
  return names.length === 1 ? (names[0]?.text ?? null) : null;
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
