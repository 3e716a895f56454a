// TIFF directories (TIFF 6.0, section 2): what EXIF, RAW files and the notes of camera makers are made of. Bounded, and nothing is copied.
import { viewOf } from '../metadata-block.js';
import { decodeText } from '../tag.js';

export interface TiffBlock {
  /** Places are counted from its first byte. */
  readonly bytes: Uint8Array;
  readonly isLittle: boolean;
}

export interface Field {
  readonly tag: number;
  readonly type: number;
  /** Values, not bytes. */
  readonly count: number;
  /** The value as it stands in the block. */
  readonly bytes: Uint8Array;
}

export interface Directory {
  readonly fields: readonly Field[];
  /** Where the next directory of the chain begins; 0 where there is none. */
  readonly next: number;
  /** Every field was there and of a known type. */
  readonly isWhole: boolean;
}

const ASCII = 2;
/** Exif 3.0, section 4.6.2. */
const UTF_8 = 129;
const BYTES = new Set([1, 6, 7]);

/** Bytes of one value, by type: TIFF 6.0, the directory pointer of TIFF Technical Note 1, Exif 3.0's UTF-8. */
const SIZES: ReadonlyMap<number, number> = new Map([
  ...([1, ASCII, 6, 7, UTF_8] as const).map((type) => [type, 1] as const),
  ...([3, 8] as const).map((type) => [type, 2] as const),
  ...([4, 9, 11, 13] as const).map((type) => [type, 4] as const),
  ...([5, 10, 12] as const).map((type) => [type, 8] as const),
]);

/** More fields than any camera writes into one directory. */
const MAX_FIELDS = 2000;
const FIELD_BYTES = 12;

/** Null where the block does not begin with a byte order mark. */
export function openTiff(bytes: Uint8Array): TiffBlock | null {
  const [first, second] = bytes;
  return bytes.length >= 8 && first === second && (first === 0x49 || first === 0x4d)
    ? { bytes, isLittle: first === 0x49 }
    : null;
}

/** Where the block's first directory begins. */
export function firstDirectory({ bytes, isLittle }: TiffBlock): number {
  return viewOf(bytes).getUint32(4, isLittle);
}

/** Never throws. A field that cannot be read is left out. */
export function readDirectory({ bytes, isLittle }: TiffBlock, start: number): Directory {
  if (!(start >= 0 && start + 2 <= bytes.length)) return { fields: [], next: 0, isWhole: false };
  const view = viewOf(bytes);
  const declared = view.getUint16(start, isLittle);
  const room = Math.floor((bytes.length - start - 2) / FIELD_BYTES);
  const count = Math.min(declared, room, MAX_FIELDS);
  const fields: Field[] = [];
  for (let index = 0, at = start + 2; index < count; index++, at += FIELD_BYTES) {
    const type = view.getUint16(at + 2, isLittle);
    const values = view.getUint32(at + 4, isLittle);
    const size = (SIZES.get(type) ?? 0) * values;
    const from = size <= 4 ? at + 8 : view.getUint32(at + 8, isLittle);
    if (!SIZES.has(type) || from + size > bytes.length) continue;
    fields.push({ tag: view.getUint16(at, isLittle), type, count: values, bytes: bytes.subarray(from, from + size) });
  }
  const end = start + 2 + FIELD_BYTES * declared;
  const next = end + 4 <= bytes.length ? view.getUint32(end, isLittle) : 0;
  return { fields, next, isWhole: fields.length === declared };
}

/** Up to `most` numbers: fractions divided (0/0 is NaN), bytes as they are. Empty for text. */
export function numbersOf({ type, count, bytes }: Field, isLittle: boolean, most: number): number[] {
  const size = SIZES.get(type) ?? 0;
  if (type === ASCII || type === UTF_8) return [];
  const view = viewOf(bytes);
  return Array.from({ length: Math.min(count, most) }, (_, index) => numberAt(view, index * size, type, isLittle));
}

function numberAt(view: DataView, at: number, type: number, isLittle: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, isLittle);
    case 4:
    case 13:
      return view.getUint32(at, isLittle);
    case 5:
      return view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle);
    case 6:
      return view.getInt8(at);
    case 8:
      return view.getInt16(at, isLittle);
    case 9:
      return view.getInt32(at, isLittle);
    case 10:
      return view.getInt32(at, isLittle) / view.getInt32(at + 4, isLittle);
    case 11:
      return view.getFloat32(at, isLittle);
    case 12:
      return view.getFloat64(at, isLittle);
    default:
      return view.getUint8(at);
  }
}

export const isText = ({ type }: Field): boolean => type === ASCII || type === UTF_8;

/** A type made for bytes of any meaning. */
export const isBytes = ({ type }: Field): boolean => BYTES.has(type);

/** The text of a field of characters. What follows a NUL counts only where it is text, too: writers leave scraps behind it. */
export function fieldText({ bytes }: Field): string {
  const text = decodeText(bytes).replace(/\0+$/, '');
  const [head = '', ...rest] = text.split('\0');
  return rest.every((part) => /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}\r\n\t]*$/u.test(part) && !part.includes('\ufffd'))
    ? text
    : head;
}
