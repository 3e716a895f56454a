// The index of further pictures in a JPEG (CIPA DC-007, Multi-Picture Format): a TIFF directory in
// an APP2 segment.
import { type ByteRange, readerOf } from '../byte-reader.js';
import { firstDirectory, openTiff, readDirectory, type TiffBlock } from '../tiff/directories.js';
import type { TiffField } from '../tiff/field.js';

export interface IndexedPicture {
  /** Bytes from the start of the file. */
  readonly start: number;
  /** Length in bytes, as the index states it. It may reach past the end of the file. */
  readonly bytes: number;
  /** A smaller copy of the first picture: types 01xxxx of table 4, "large thumbnail". */
  readonly isSmallerCopy: boolean;
}

export const MULTI_PICTURE = 'MPF\0';

/** DC-007, table 3: the tag of the entries, with 16 bytes each. */
const ENTRIES = 0xb002;
const ENTRY_BYTES = 16;

/** A burst or a panorama has some dozens. */
const MAX_ENTRIES = 256;

/**
 * The entries of the index without the first, which is the picture itself. From an index that
 * breaks off, the entries that could be read.
 * @param segment the content of an APP2 segment that begins with MULTI_PICTURE; empty for any other
 */
export function indexedPictures(file: Uint8Array, segment: ByteRange): IndexedPicture[] {
  const name = readerOf(file).latin1(segment.start, MULTI_PICTURE.length);
  const start = segment.start + MULTI_PICTURE.length;
  const block = name === MULTI_PICTURE ? openTiff(file.subarray(start, segment.end)) : null;
  if (!block) return [];
  return readDirectory(block, firstDirectory(block))
    .entries.filter(({ tag }) => tag === ENTRIES)
    .flatMap((list) => listed(block, list))
    .map((picture) => ({ ...picture, start: start + picture.start }));
}

/** Offsets count from the start of the block. */
function listed({ reader }: TiffBlock, { start, length }: TiffField): IndexedPicture[] {
  const there = Math.min(length, Math.max(0, reader.length - start));
  const entries = Math.min(Math.floor(there / ENTRY_BYTES), MAX_ENTRIES);
  return Array.from({ length: entries }, (_, index) => start + ENTRY_BYTES * index).flatMap((at) => {
    const offset = reader.u32(at + 8);
    const type = reader.u32(at) & 0xffffff;
    return offset === 0 ? [] : [{ start: offset, bytes: reader.u32(at + 4), isSmallerCopy: type >> 16 === 1 }];
  });
}
