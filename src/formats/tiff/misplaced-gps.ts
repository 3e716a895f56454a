// Coordinates of EXIF where its specification does not put them: in another directory, under
// another pointer, or under another type.
import type { Tag } from '../tag.js';
import { readDirectory, type TiffBlock } from './directories.js';
import { exifName } from './exif-names.js';
import type { TiffField } from './field.js';

const LONG = 4;
const FRACTIONS = new Set([5, 10]);

/** Tags whose meaning is known: where pictures and other directories are, and their sizes. */
const NAMED = /\D/;

/** Bytes of a fraction, and of the fractions of one coordinate. */
const FRACTION_BYTES = 8;
const MAX_FRACTIONS = 3;

/** Degrees, minutes and seconds that were written as bytes of no meaning; null for other values. */
export function fractionsIn(field: TiffField): readonly number[] | null {
  const { isBytes, count, value } = field;
  if (!isBytes || count % FRACTION_BYTES !== 0 || count > MAX_FRACTIONS * FRACTION_BYTES) return null;
  if (!field.bytes.includes(0)) return null;
  const starts = Array.from({ length: count / FRACTION_BYTES }, (_, index) => index * FRACTION_BYTES);
  return starts.map((at) => value.u32(at) / value.u32(at + 4));
}

/**
 * Whether a field of another directory is a latitude, a longitude or its hemisphere by its type.
 */
export function isLikeCoordinate({ tag, type, count, isText }: TiffField): boolean {
  return tag % 2 === 0 ? FRACTIONS.has(type) && count === MAX_FRACTIONS : isText && count <= 2;
}

/** The coordinates of a directory that only a tag of unknown meaning leads to. */
export function misplacedGps(block: TiffBlock, field: TiffField): Tag[] {
  const isPointer = field.type === LONG && field.count === 1 && !NAMED.test(exifName('main', field.tag));
  const start = isPointer ? (field.number ?? 0) : 0;
  if (start < 8 || !block.reader.has(start, 2)) return [];
  // Any number could be an offset: read few fields, and only of a directory of coordinates.
  const declared = block.reader.uint(start, block.sizes.count);
  if (declared < 2 || declared > 40) return [];
  const { fields, isWhole } = readDirectory(block, start);
  const coordinates = fields.filter((one) => one.tag >= 1 && one.tag <= 4 && isLikeCoordinate(one));
  if (!isWhole || coordinates.filter(({ isText }) => !isText).length < 2) return [];
  return coordinates.map((one) => ({
    ...{ block: 'exif', name: exifName('gps', one.tag), within: [], directory: fields },
    value: one.isText ? one.text() : one.numbers(MAX_FRACTIONS),
  }));
}

/** Whether a note is a block of EXIF with a directory for a place in it. */
export function holdsPlace(note: Uint8Array): boolean {
  const bytes = Buffer.from(note.buffer, note.byteOffset, Math.min(note.length, 65_536));
  const start = bytes.subarray(0, 10).toString('latin1');
  if (!/^(?:Exif\0\0)?(?:II\*\0|MM\0\*)/.test(start)) return false;
  return bytes.includes(Buffer.from([0x88, 0x25, 0, LONG])) || bytes.includes(Buffer.from([0x25, 0x88, LONG, 0]));
}
