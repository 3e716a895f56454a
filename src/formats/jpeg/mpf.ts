// The index of a JPEG's further pictures (CIPA DC-007, Multi-Picture Format), read in one place for all who ask.
import { type ByteRange, latin1, viewOf } from '../attachment.js';

export interface IndexedPicture {
  /** Bytes from the start of the file. */
  readonly start: number;
  /** Length in bytes, as the index says; may lead beyond the file. */
  readonly bytes: number;
  /** The same picture as the first, smaller: types 01xxxx of table 4, "large thumbnail". */
  readonly isSmallerCopy: boolean;
}

export const MULTI_PICTURE = 'MPF\0';

/** DC-007, table 3: the tag of the entries, 16 bytes each. */
const ENTRIES = 0xb002;
const ENTRY_BYTES = 16;

/** A burst or a panorama has some dozens. */
const MAX_ENTRIES = 256;

/**
 * Entries of the index but the first, which is the picture itself. An index that breaks off names what could be read.
 * @param segment the content of an APP2 segment that begins with MULTI_PICTURE; empty for any other
 */
export function indexedPictures(file: Uint8Array, { start, end }: ByteRange): IndexedPicture[] {
  if (latin1(file, start, start + MULTI_PICTURE.length) !== MULTI_PICTURE) return [];
  const tiff = start + MULTI_PICTURE.length;
  const data = viewOf(file.subarray(tiff, end));
  const pictures: IndexedPicture[] = [];
  const fits = (at: number, size: number) => at + size <= data.byteLength;
  if (!fits(0, 8)) return [];
  const isLittle = data.getUint16(0) === 0x4949;
  const directory = data.getUint32(4, isLittle);
  const count = fits(directory, 2) ? data.getUint16(directory, isLittle) : 0;
  for (let at = directory + 2, left = Math.min(count, MAX_ENTRIES); left > 0 && fits(at, 12); left--, at += 12) {
    if (data.getUint16(at, isLittle) !== ENTRIES) continue;
    const entries = Math.min(Math.floor(data.getUint32(at + 4, isLittle) / ENTRY_BYTES), MAX_ENTRIES);
    const first = data.getUint32(at + 8, isLittle);
    for (let entry = 0; entry < entries && fits(first + entry * ENTRY_BYTES, ENTRY_BYTES); entry++) {
      const place = first + entry * ENTRY_BYTES;
      const offset = data.getUint32(place + 8, isLittle);
      if (offset === 0) continue;
      const type = data.getUint32(place, isLittle) & 0xffffff;
      pictures.push({
        start: tiff + offset,
        bytes: data.getUint32(place + 4, isLittle),
        isSmallerCopy: type >> 16 === 1,
      });
    }
  }
  return pictures;
}
