// Text in tracks, boxes and the subtitle files of drones: the forms in which cameras write places.

import type { Degrees } from '../coordinates/degrees.js';
import { placesInText } from '../coordinates/text.js';
import { decodeMarked, isLikeText } from '../mp4/texts.js';
import { fromMinutes, NOT_READ, placesOf, type Telemetry } from './reading.js';
import { readReceiverLog } from './receiver-log.js';

/** Characters of one text. A sample has a line or two; a box of a dash cam has a whole drive. */
const MAX_TEXT = 200_000;

/** Matches of one form in one text. */
const MAX_MATCHES = 1000;

const DECIMAL = String.raw`[-+]?\d{1,3}[.,]\d+`;

interface TextForm {
  readonly pattern: RegExp;
  readonly place: (parts: readonly string[]) => Degrees;
}

const decimal = (text = ''): number => Number(text.replace(',', '.'));

/** Ten-thousandths of minutes without a point: `52200970`, `006362321`. */
const packed = (digits = '', side = ''): number => fromMinutes(Number(digits) / 10_000, side);

/** Forms that only cameras write. Those of any text are in formats/coordinates. */
const FORMS: readonly TextForm[] = [
  // DJI puts longitude first: `GPS (13.3777, 52.5163, 18)`, and so for the place of its start.
  {
    pattern: new RegExp(String.raw`\b(?:GPS|HOME) ?\(\s*(${DECIMAL}),\s*(${DECIMAL})`, 'gi'),
    place: ([first, second]) => inOrder([decimal(second), decimal(first)]),
  },
  // `N:52.5163 E:13.3777`.
  {
    pattern: new RegExp(String.raw`\b([NS]):(${DECIMAL})[,;\s]{1,3}([EW]):(${DECIMAL})`, 'g'),
    place: ([south, latitude, west, longitude]) => [
      sided(decimal(latitude), south === 'S'),
      sided(decimal(longitude), west === 'W'),
    ],
  },
  // Mini 0806 and others: the fields of a sentence without its name.
  {
    pattern: /\b(\d{4}\.\d+),([NS]),(\d{5}\.\d+),([EW])\b/g,
    place: ([latitude, south, longitude, west]) => [
      fromMinutes(Number(latitude), south),
      fromMinutes(Number(longitude), west),
    ],
  },
  // Denver: `[N][52200970][E][006362321]`. Azdome and others, once deciphered:
  // `N40464350W007040308`.
  {
    pattern: /\[?([NS])\]?\[?(\d{8})\]?\[?([EW])\]?\[?(\d{9})/g,
    place: ([south, latitude, west, longitude]) => [packed(latitude, south), packed(longitude, west)],
  },
];

function sided(degrees: number, isNegative: boolean): number {
  return isNegative ? -Math.abs(degrees) : degrees;
}

/** Some firmware puts the latitude first, which shows where the other order is impossible. */
function inOrder([latitude, longitude]: Degrees): Degrees {
  return Math.abs(latitude) > 90 && Math.abs(longitude) <= 90 ? [longitude, latitude] : [latitude, longitude];
}

/** Words after which a number is a place, although it has none of the known forms. */
const NAMES_PLACE = /\b(?:gps|lat(?:itude)?|long(?:t?itude)?|lon|lng)\b["\s]*[:=(]\s*"?[-+]?\d/i;

/** `isUnread` is true where a place is named and not understood. */
export function placesInTrackText(text: string): Telemetry {
  const part = text.slice(0, MAX_TEXT);
  const log = readReceiverLog(part);
  if (log) return log;
  const pairs = FORMS.flatMap(({ pattern, place }) =>
    Array.from(limited(part.matchAll(pattern)), (match) => place(match.slice(1))),
  );
  if (pairs.length > 0) return placesOf(pairs);
  const found = placesInText(part);
  return { ...found, tags: [], isUnread: found.places.length === 0 && (found.isUnread || isNamedInVain(part)) };
}

/** The text besides the places that only cameras write in these forms. */
export function withoutCameraPlaces(text: string): string {
  return FORMS.reduce((rest, { pattern }) => rest.replace(pattern, ' '), text);
}

/** Zeros are what is written where nothing is known. */
function isNamedInVain(text: string): boolean {
  return NAMES_PLACE.test(text) && /[1-9]/.test(text.slice(text.search(NAMES_PLACE)).slice(0, 80));
}

function* limited<T>(items: Iterable<T>): Generator<T> {
  let count = 0;
  for (const item of items) {
    if (++count > MAX_MATCHES) return;
    yield item;
  }
}

/** A sample that should be text. Other bytes, such as enciphered text, are not read. */
export function readTrackText(bytes: Uint8Array): Telemetry {
  const text = plainText(bytes);
  return text === null ? NOT_READ : placesInTrackText(text);
}

/** Null where the bytes are no text that could be written. */
export function plainText(bytes: Uint8Array): string | null {
  const text = decodeMarked(bytes).replace(/\0+$/, '');
  const isWritten = WRITTEN.test(text) && !text.includes('\uFFFD');
  return isWritten && isLikeText(bytes) ? text : null;
}

const WRITTEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\r\n\t\v\f\u200B-\u200F]*$/u;
