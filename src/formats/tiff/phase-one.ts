// The serial number in the notes of Phase One and Leaf: a directory of its own form. The layout is
// the one that ExifTool documents.
import type { ByteReader } from '../byte-reader.js';
import { textUntilNul } from '../tag.js';

/** The first bytes, in either byte order. The fifth differs by product. */
const HEADER = /^(?:IIII.waR|MMMMRaw.)/s;
const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
const MAX_ENTRIES = 300;

const SERIAL_NUMBER = 0x0102;

/** Null where the note is of another maker, has no serial number or is broken. */
export function phaseOneSerial(anyOrder: ByteReader): string | null {
  if (anyOrder.length < HEADER_BYTES || !HEADER.test(anyOrder.latin1(0, 8))) return null;
  const note = anyOrder.ordered(anyOrder.latin1(0, 1) === 'I');
  const directory = note.u32(8);
  const count = note.has(directory, 8) ? Math.min(note.u32(directory), MAX_ENTRIES) : 0;
  for (let entry = 0, at = directory + 8; entry < count && note.has(at, ENTRY_BYTES); entry++, at += ENTRY_BYTES) {
    const size = note.u32(at + 8);
    const start = size <= 4 ? at + 12 : note.u32(at + 12);
    if (note.u32(at) === SERIAL_NUMBER && note.has(start, size)) return textUntilNul(note.bytes(start, start + size));
  }
  return null;
}
