// Texts that are written as other letters: in base 64, in hexadecimal digits, or with the signs of
// an address in the web. Each is a further text of its tag.
import { gunzipSync } from 'node:zlib';
import { isTelling } from '../formats/readable-text.js';
import type { Tag } from '../formats/tag.js';

/** Characters of a packed text: pictures and profiles are longer. */
const MAX_LENGTH = 20_000;
const MAX_UNPACKED = 1_000_000;

const BASE_64 = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
const HEXADECIMAL = /^(?:[\da-f]{2}){12,}$/i;
const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** A text may be packed twice. */
const MAX_DEPTH = 2;

export function withUnpacked(tags: readonly Tag[]): readonly Tag[] {
  const more = tags.flatMap((tag) => {
    if (typeof tag.value !== 'string' || /lat|lon/i.test(tag.name)) return [];
    return unpacked(tag.value, MAX_DEPTH).map((value) => ({ ...tag, value }));
  });
  return more.length === 0 ? tags : [...tags, ...more];
}

function unpacked(text: string, depth: number): string[] {
  if (text.length < 16 || text.length > MAX_LENGTH || depth === 0) return [];
  const bare = text.replace(/[\s\0]+/g, '');
  const bytes = HEXADECIMAL.test(bare) ? Buffer.from(bare, 'hex') : BASE_64.test(bare) ? fromBase64(bare) : null;
  const plain = bytes ? textOf(bytes) : unescaped(text);
  return plain === null ? [] : [plain, ...unpacked(plain, depth - 1)];
}

/** Words and names have the letters of base 64, too; its text does not decode to one. */
function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

/** Null where the bytes are no text. */
function textOf(bytes: Buffer): string | null {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isPacked ? unzipped(bytes) : bytes)?.toString('utf8') ?? '';
  return text.length >= 8 && /^[\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u.test(text) && !text.includes('\ufffd')
    ? text
    : null;
}

function unzipped(bytes: Buffer): Buffer | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch {
    // Damaged, or far larger than any text: it stays the text that it was.
    return null;
  }
}

/** Null where nothing is escaped, or where it says nothing. */
function unescaped(text: string): string | null {
  if (!text.includes('%')) return null;
  const plain = text.replace(ESCAPES, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  return plain !== text && isTelling(plain) ? plain : null;
}
