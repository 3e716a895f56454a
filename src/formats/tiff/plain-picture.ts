// Pictures without a header of their own, as TIFF files: thumbnails of EXIF in strips, and those of
// JFIF, which are pixels only.
import type { ByteReader } from '../byte-reader.js';
import type { TiffField } from './field.js';

const [SHORT, LONG] = [3, 4];
const COMPRESSION = 0x0103;
const [UNCOMPRESSED, JPEG] = [1, 7];
/**
 * Exif 3.0, section 4.5.5, allows pixels and JPEG only. Of other data a tolerant decoder may make
 * a black picture, which would look harmless.
 */
const READABLE = new Set([UNCOMPRESSED, JPEG]);
const STRIP_STARTS = 0x0111;
const STRIP_LENGTHS = 0x0117;
const TILE_STARTS = 0x0144;
const TILE_LENGTHS = 0x0145;

/**
 * Tags that describe pixels (TIFF 6.0): their size, depth, compression, colours, order and
 * subsampling.
 */
const DESCRIBING = new Set([
  ...[0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x010a, 0x0115, 0x0116, 0x011c, 0x013d, 0x0140, 0x0142, 0x0143],
  ...[0x0152, 0x0153, 0x015b, 0x0211, 0x0212, 0x0213, 0x0214],
]);

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The value in the byte order of the file. */
  readonly value: Uint8Array;
}

/** Strips of one row in the largest thumbnail. */
const MAX_PARTS = 4096;

/**
 * The picture that a directory of EXIF holds in strips or tiles, as a file of its own. Null where
 * it holds none, or where its bytes were removed: they are zeros, or outside of the block. Where it
 * breaks off, the file does, too. Of an unknown compression it is a file without a picture.
 */
export function pictureInStrips(block: ByteReader, fields: readonly TiffField[]): Uint8Array | null {
  const numbers = (wanted: number) => fields.find(({ tag }) => tag === wanted)?.numbers(MAX_PARTS) ?? [];
  const isTiled = numbers(STRIP_STARTS).length === 0;
  const [startTag, lengthTag] = isTiled ? [TILE_STARTS, TILE_LENGTHS] : [STRIP_STARTS, STRIP_LENGTHS];
  const [starts, lengths] = [numbers(startTag), numbers(lengthTag)];
  if (starts.length === 0) return null;
  const parts = partsOf(block, starts, lengths);
  if (parts.every((part) => part.every((byte) => byte === 0))) return null;
  if (!READABLE.has(numbers(COMPRESSION)[0] ?? UNCOMPRESSED)) return tiffFile([], [], block.isLittle);
  const entries = fields
    .filter(({ tag }) => DESCRIBING.has(tag))
    .map(({ tag, type, count, bytes }): Entry => ({ tag, type, count, value: bytes }));
  return tiffFile(entries, parts, block.isLittle, [startTag, lengthTag]);
}

/** Not more than the block holds: parts may overlap. */
function partsOf(block: ByteReader, starts: readonly number[], lengths: readonly number[]): Uint8Array[] {
  let left = block.length;
  return starts.map((start, index) => {
    const from = Math.min(start, block.length);
    const length = Math.min(lengths[index] ?? block.length, block.length - from, left);
    left -= length;
    return block.bytes(from, from + length);
  });
}

/** Colours of three bytes, row by row, as a file of its own. */
export function pictureOfPixels(width: number, height: number, rgb: Uint8Array): Uint8Array {
  const [samples, isRgb] = [3, 2];
  const entries = [
    ...[number(0x0100, width), number(0x0101, height), { tag: 0x0102, type: SHORT, count: 3, value: eights() }],
    ...[number(COMPRESSION, UNCOMPRESSED), number(0x0106, isRgb), number(0x0115, samples), number(0x0116, height)],
  ];
  return tiffFile(entries, [rgb], true);
}

function number(tag: number, value: number): Entry {
  return { tag, type: LONG, count: 1, value: u32s([value], true) };
}

/** Bits of each sample. */
function eights(): Uint8Array {
  return new Uint8Array([8, 0, 8, 0, 8, 0]);
}

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const INLINE_BYTES = 4;

/** Header, parts, values that do not fit into an entry, directory. */
function tiffFile(
  described: readonly Entry[],
  parts: readonly Uint8Array[],
  isLittle: boolean,
  [startTag, lengthTag]: readonly [number, number] = [STRIP_STARTS, STRIP_LENGTHS],
): Uint8Array {
  let free = HEADER_BYTES;
  const starts = parts.map(({ length }) => {
    free += length;
    return free - length;
  });
  const entries = [
    ...described,
    { tag: startTag, type: LONG, count: parts.length, value: u32s(starts, isLittle) },
    {
      tag: lengthTag,
      type: LONG,
      count: parts.length,
      value: u32s(
        parts.map(({ length }) => length),
        isLittle,
      ),
    },
  ].sort((a, b) => a.tag - b.tag);
  const outside: Uint8Array[] = [];
  const table = entries.map(({ tag, type, count, value }) => {
    const entry = Buffer.concat([
      u16(tag, isLittle),
      u16(type, isLittle),
      u32s([count], isLittle),
      Buffer.alloc(INLINE_BYTES),
    ]);
    if (value.length <= INLINE_BYTES) entry.set(value, ENTRY_BYTES - INLINE_BYTES);
    else {
      entry.set(u32s([free], isLittle), ENTRY_BYTES - INLINE_BYTES);
      outside.push(value);
      free += value.length;
    }
    return entry;
  });
  const header = Buffer.concat([Buffer.from(isLittle ? 'II' : 'MM'), u16(42, isLittle), u32s([free], isLittle)]);
  const end = u32s([0], isLittle);
  return Buffer.concat([header, ...parts, ...outside, u16(entries.length, isLittle), ...table, end]);
}

function u16(value: number, isLittle: boolean): Uint8Array {
  return u32s([value], isLittle).subarray(isLittle ? 0 : 2, isLittle ? 2 : 4);
}

function u32s(values: readonly number[], isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, isLittle);
  return bytes;
}
