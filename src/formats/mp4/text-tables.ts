// Boxes of user data that are tables of texts: what Windows Explorer adds, and the names of
// chapters.
import { ByteCursor } from '../byte-cursor.js';
import { readerOf } from '../byte-reader.js';
import { cleanText, decodeText } from '../tag.js';

const MAX_ENTRIES = 1000;

/** Type of a value that is text. The others are numbers, times and ids of kinds. */
const WINDOWS_TEXT = 8;

/**
 * `Xtra`: entries with a name and values, each with its length. Throws MalformedError where they
 * break off.
 */
export function windowsTexts(bytes: Uint8Array): string[] {
  const file = readerOf(bytes);
  const texts: string[] = [];
  for (let at = 0, count = 0; at + 12 <= bytes.length && count < MAX_ENTRIES; count++) {
    const size = file.u32(at);
    if (size < 12) throw file.malformed('an entry is shorter than its header', at);
    const entry = file.part(at, at + size);
    const values = 8 + entry.u32(4);
    const cursor = new ByteCursor(entry, values);
    for (let left = cursor.count(4, MAX_ENTRIES); left > 0; left--) {
      const start = cursor.at;
      const length = cursor.next(4);
      if (length < 6) throw file.malformed('a value is shorter than its header', at + start);
      if (cursor.next(2) === WINDOWS_TEXT)
        texts.push(cleanText(new TextDecoder('utf-16le').decode(entry.bytes(start + 6, start + length))));
      cursor.at = start + length;
    }
    at += size;
  }
  return texts.filter((text) => text !== '');
}

/** `chpl`: a time of eight bytes and a name for each chapter. */
export function chapterNames(bytes: Uint8Array): string[] {
  const isLong = bytes[0] === 1;
  const cursor = new ByteCursor(readerOf(bytes), isLong ? 8 : 4);
  return Array.from({ length: cursor.next(1) }, () => {
    cursor.next(8);
    const length = cursor.next(1);
    const start = cursor.at;
    cursor.at += length;
    return cleanText(decodeText(cursor.file.bytes(start, start + length)));
  }).filter((text) => text !== '');
}
