// What the file of a video holds besides the video: bytes after its last box, boxes that no
// standard names, cover pictures. None of it is read whole.
import type { Attachment } from '../attachment.js';
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { metaRange } from './items.js';

/** Bytes that are read to distinguish padding from data. */
const PADDING_PROBE_BYTES = 512;

/** Bytes. A stray line end or counter is no data. */
const MIN_TRAILING_BYTES = 8;

/** Bytes. The header of a box and of one box inside it hold nothing by themselves. */
const EMPTY_BOXES_BYTES = 16;

const UNKNOWN = { what: 'unknown', isProved: false, isNamed: false } as const;

/**
 * Boxes of unknown types between known ones.
 * @param start after the known box before them
 * @param end at the next known box
 */
export function betweenBoxes({ start, end }: ByteRange): Attachment[] {
  return end - start > EMPTY_BOXES_BYTES ? [{ ...UNKNOWN, offset: start, bytes: end - start }] : [];
}

/** The bytes between the last box and the end of the file. Zeros are padding. */
export function afterLastBox(file: ByteReader, from: number): Attachment[] {
  const length = file.length - from;
  if (length < MIN_TRAILING_BYTES) return [];
  const first = file.bytes(from, Math.min(file.length, from + PADDING_PROBE_BYTES));
  if (first.every((byte) => byte === 0)) return [];
  // Samsung's own trailer (formats/trailers/samsung.ts).
  const isVendor = file.latin1(file.length - 4, 4) === 'SEFT';
  return [{ ...UNKNOWN, what: isVendor ? 'vendor trailer' : 'unknown', offset: from, bytes: length }];
}

/** The first bytes of a JPEG, PNG or BMP. */
const PICTURE = /^(\xff\xd8\xff|\x89PNG|BM)/;

/** The value of an entry follows a type and a language of four bytes each. */
const VALUE_AT = 8;

/**
 * Cover pictures in the list of a `meta` box, as shops and the players of phones keep them.
 * @param at offset of the box's content in the file
 */
export function coverPictures(meta: Uint8Array, at: number): Attachment[] {
  const file = readerOf(meta);
  return childrenOf(file, metaRange(file), 'ilst')
    .flatMap((list) => childrenOf(file, list, 'covr'))
    .flatMap((cover) => childrenOf(file, cover, 'data'))
    .filter(({ start }) => PICTURE.test(file.latin1(start + VALUE_AT, 4)))
    .map(({ start, end }) => ({
      what: 'second picture',
      offset: at + start + VALUE_AT,
      bytes: end - start - VALUE_AT,
      isProved: true,
      isNamed: true,
    }));
}

function childrenOf(file: ByteReader, range: ByteRange, type: string): Box[] {
  return [...boxesIn(file, range)].filter((box) => box.type === type);
}
