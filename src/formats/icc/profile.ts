// Colour profiles (ICC.1:2022): the header, the table of tags, and the texts in them.
import { type ByteReader, readerOf } from '../byte-reader.js';

export const HEADER_BYTES = 128;
/** Offset of the signature that every profile has. */
const SIGNATURE_AT = 36;

const ENTRY_BYTES = 12;

/** Profiles of displays have some thirty. */
const MAX_TAGS = 200;

/** A tag of the table. */
export interface ProfileTag {
  readonly name: string;
  /** Its value, which begins with a type of four letters. */
  readonly bytes: Uint8Array;
}

export interface Profile {
  readonly header: Uint8Array;
  /** Major version: 2 or 4. */
  readonly version: number;
  /** Those that are inside of the profile. */
  readonly tags: readonly ProfileTag[];
}

/**
 * Null where it is no profile, or breaks off. What follows the length that it states is no part.
 */
export function readProfile(bytes: Uint8Array): Profile | null {
  const all = readerOf(bytes);
  if (!all.has(0, HEADER_BYTES + 4) || all.latin1(SIGNATURE_AT, 4) !== 'acsp') return null;
  const length = all.u32(0);
  if (length < HEADER_BYTES + 4 || length > bytes.length) return null;
  const file = all.part(0, length);
  const count = Math.min(file.u32(HEADER_BYTES), MAX_TAGS);
  return { header: bytes.subarray(0, HEADER_BYTES), version: file.u8(8), tags: [...tagsOf(file, count)] };
}

function* tagsOf(file: ByteReader, count: number): Generator<ProfileTag> {
  for (let index = 0; index < count; index++) {
    const at = HEADER_BYTES + 4 + index * ENTRY_BYTES;
    if (!file.has(at, ENTRY_BYTES)) return;
    const [start, length] = [file.u32(at + 4), file.u32(at + 8)];
    if (length >= 8 && file.has(start, length))
      yield { name: file.latin1(at, 4), bytes: file.bytes(start, start + length) };
  }
}

/** Records of one text. Profiles of systems have it in some forty languages. */
const MAX_RECORDS = 100;

const WIDE = new TextDecoder('utf-16be');
const ONE_BYTE = new TextDecoder('latin1');

/** The texts of a tag, one for each language; none where it is of another type. */
export function textsOf({ bytes }: ProfileTag): string[] {
  const file = readerOf(bytes);
  const type = file.latin1(0, 4);
  if (type === 'text') return [untilNul(bytes.subarray(8))];
  if (type === 'desc' && file.has(8, 4)) return descriptions(file);
  if (type !== 'mluc' || !file.has(8, 8)) return [];
  const texts: string[] = [];
  for (let index = 0; index < Math.min(file.u32(8), MAX_RECORDS); index++) {
    const at = 16 + index * ENTRY_BYTES;
    if (!file.has(at, ENTRY_BYTES)) break;
    const [length, start] = [file.u32(at + 4), file.u32(at + 8)];
    if (file.has(start, length)) texts.push(WIDE.decode(file.bytes(start, start + length)));
  }
  return texts;
}

/** Version 2 has the text in one byte per character, in two, and in that of old Macintoshes. */
function descriptions(file: ByteReader): string[] {
  const length = file.u32(8);
  const wideAt = 12 + length + 8;
  const texts = file.has(12, length) ? [untilNul(file.bytes(12, 12 + length))] : [];
  if (!file.has(wideAt - 4, 4)) return texts;
  const wide = 2 * file.u32(wideAt - 4);
  if (file.has(wideAt, wide)) texts.push(WIDE.decode(file.bytes(wideAt, wideAt + wide)));
  const lastAt = wideAt + wide + 3;
  if (file.has(lastAt - 1, 1) && file.has(lastAt, file.u8(lastAt - 1)))
    texts.push(untilNul(file.bytes(lastAt, lastAt + file.u8(lastAt - 1))));
  return texts;
}

function untilNul(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return ONE_BYTE.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
