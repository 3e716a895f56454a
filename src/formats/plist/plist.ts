// Apple's property lists: reads one plain value of the outermost dictionary. Nothing else is
// expanded, so that a list whose parts contain each other a million times costs nothing.
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';

type PlistValue = boolean | string;

/**
 * The value of a key: true, false, or a string of ASCII characters. Null where it is anything else
 * or missing, or where the list is damaged. In the XML form, the first key of that name counts, at
 * whatever depth.
 */
export function plistValue(bytes: Uint8Array, key: string): PlistValue | null {
  const list = readerOf(bytes);
  if (list.latin1(0, MAGIC.length) !== MAGIC) return fromXml(new TextDecoder().decode(bytes), key);
  try {
    return fromBinary(list, key);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

function fromXml(text: string, key: string): PlistValue | null {
  const value = new RegExp(`<key>${key}</key>\\s*<(?:(true|false)\\s*/>|string>([^<]*)</string>)`).exec(text);
  if (value === null) return null;
  return value[1] === undefined ? (value[2] as string) : value[1] === 'true';
}

const MAGIC = 'bplist00';

/** Sizes and offsets are in the last 32 bytes (CFBinaryPList.c of Apple's Core Foundation). */
const TRAILER_BYTES = 32;

/** Keys that are compared. The manifest of a backup has about ten. */
const MAX_KEYS = 1000;

/** Types of objects, in the upper half of their first byte. */
const [ASCII, DICTIONARY] = [0x5, 0xd];
const [FALSE, TRUE] = [0x08, 0x09];

/** @throws MalformedError where an offset leads out of the list */
function fromBinary(list: ByteReader, key: string): PlistValue | null {
  const trailer = list.length - TRAILER_BYTES;
  const offsetBytes = list.u8(trailer + 6);
  const indexBytes = list.u8(trailer + 7);
  const top = list.u64(trailer + 16);
  const offsets = list.u64(trailer + 24);
  const offsetOf = (object: number) => uint(list, offsets + object * offsetBytes, offsetBytes);

  const dictionary = sizedAt(list, offsetOf(top));
  if (dictionary.type !== DICTIONARY) return null;
  const { start, size } = dictionary;
  const objectAt = (index: number) => uint(list, start + index * indexBytes, indexBytes);
  for (let index = 0; index < Math.min(size, MAX_KEYS); index++) {
    if (plainAt(list, offsetOf(objectAt(index))) === key) return plainAt(list, offsetOf(objectAt(size + index)));
  }
  return null;
}

function plainAt(list: ByteReader, at: number): PlistValue | null {
  const marker = list.u8(at);
  if (marker === FALSE || marker === TRUE) return marker === TRUE;
  const { type, start, size } = sizedAt(list, at);
  return type === ASCII ? list.latin1(start, size) : null;
}

interface SizedObject {
  readonly type: number;
  /** Offset of its content. */
  readonly start: number;
  /** Characters or entries. */
  readonly size: number;
}

/** A small size is in the marker, a larger one after it. */
function sizedAt(list: ByteReader, at: number): SizedObject {
  const marker = list.u8(at);
  const type = marker >> 4;
  if ((marker & 0x0f) !== 0x0f) return { type, start: at + 1, size: marker & 0x0f };
  const bytes = 1 << (list.u8(at + 1) & 0x0f);
  return { type, start: at + 2 + bytes, size: uint(list, at + 2, bytes) };
}

/** Bytes of the widest number. No list that fits into memory has a wider one. */
const MAX_NUMBER_BYTES = 6;

/** @throws MalformedError also for an impossible width */
function uint(list: ByteReader, at: number, bytes: number): number {
  if (bytes < 1 || bytes > MAX_NUMBER_BYTES) throw list.malformed('no number is this wide', at);
  return list.uint(at, bytes);
}
