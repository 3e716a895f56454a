// Texts in the user data of a video, each with a language before it: QuickTime's international
// texts, and those of 3GPP.
import { isUtf8 } from 'node:buffer';
import { readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import { decodeText } from '../tag.js';
import { fromFixedPoint } from './coordinates.js';

const UTF_16 = new TextDecoder('utf-16be', { fatal: true });

/** UTF-16 where a byte order mark states it. Otherwise UTF-8, or the older Western code page. */
export function decodeMarked(bytes: Uint8Array): string {
  const [first, second] = bytes;
  return first === 0xfe && second === 0xff ? UTF_16.decode(bytes) : decodeText(bytes);
}

/**
 * QuickTime: a length and a language of two bytes each before every text. One box may hold a text
 * in several languages.
 */
export function internationalTexts(bytes: Uint8Array): string[] {
  const file = readerOf(bytes);
  const texts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + file.u16(at);
    // Some programs write the bare text.
    if (end > bytes.length) return [...texts, decodeMarked(bytes.subarray(at))];
    texts.push(decodeMarked(bytes.subarray(at + 4, end)));
    at = end;
  }
  return texts;
}

/**
 * 3GPP (TS 26.244, 8.2): version, flags and language take six bytes. A text that ends with NUL
 * follows.
 */
export const TEXT_START = 6;

/**
 * A text that ends with NUL (two of them in UTF-16) or with the box, and the offset of the next
 * field.
 */
export function textAt(bytes: Uint8Array, start: number): { text: string; next: number } {
  const isWide = bytes[start] === 0xfe && bytes[start + 1] === 0xff;
  const step = isWide ? 2 : 1;
  let end = start;
  while (end + step <= bytes.length && !(bytes[end] === 0 && (!isWide || bytes[end + 1] === 0))) end += step;
  return { text: decodeMarked(readerOf(bytes).bytes(start, Math.min(end, bytes.length))), next: end + step };
}

/**
 * `loci`, 3GPP's box for a place: a name, a role, then longitude before latitude, height, and two
 * texts.
 */
export function locationInformation(bytes: Uint8Array): { degrees: Degrees; texts: string[] } {
  const name = textAt(bytes, TEXT_START);
  const at = name.next + 1;
  const file = readerOf(bytes);
  const degrees = fromFixedPoint(file.i32(at + 4), file.i32(at));
  const body = at + 12 < bytes.length ? textAt(bytes, at + 12) : null;
  const notes = body && body.next < bytes.length ? textAt(bytes, body.next) : null;
  // The first of the two texts names the planet or star, usually `earth`, and is not kept.
  return { degrees, texts: [name.text, notes?.text ?? ''].filter((text) => text !== '') };
}

/** Share of bytes above 127 in a text of an older code page. Numbers and ciphers have more. */
const MAX_HIGH_SHARE = 0.3;

/** Whether bytes that are no UTF-8 may be text of an older code page. */
export function isLikeText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) || bytes.filter((byte) => byte > 127).length <= MAX_HIGH_SHARE * bytes.length;
}

/** Bytes of an unknown type as text; null where they are not readable text. */
export function readableText(bytes: Uint8Array): string | null {
  const text = decodeText(bytes).replace(/\0+$/, '');
  const isPlain = /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}\r\n\t]{4,}$/u.test(text) && !text.includes('\uFFFD');
  return isPlain && isLikeText(bytes) ? text : null;
}
