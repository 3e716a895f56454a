// Boxes of the ISO base media file format (ISO/IEC 14496-12): a length, a type of four letters, and
// the content. This is the only reader of boxes, for files in memory and on the disk.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { ReadBudget } from '../read-budget.js';

/** A box. `start` and `end` are those of its content. */
export interface Box extends ByteRange {
  readonly type: string;
  /** Offset of its header. */
  readonly at: number;
}

export interface BoxOptions {
  /** Counts the boxes in all lists of a file. Without it, each list has a budget of its own. */
  readonly budget?: ReadBudget;
  /** Where the last box breaks off, returns the part that is there before throwing. */
  readonly givesCut?: boolean;
}

const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;

/**
 * The boxes one after the other in a range, by default the whole file. A length of 0 means up to
 * the end; a length of 1 means that a length of 64 bits follows. Throws MalformedError with the
 * offset of the box at which the chain breaks, after all boxes before it.
 */
export function* boxesIn(
  file: ByteReader,
  { start, end }: ByteRange = { start: 0, end: file.length },
  { budget = new ReadBudget(), givesCut = false }: BoxOptions = {},
): Generator<Box> {
  // Fewer bytes than a header cannot be a box.
  for (let at = start; at + HEADER_BYTES <= end; ) {
    budget.countPart(file.origin + at);
    const short = file.u32(at);
    const type = file.latin1(at + 4, 4);
    // Padding. QuickTime ends a list with four zero bytes, after which others may follow.
    if (short === 0 && type === '\0\0\0\0') return;
    const header = short === 1 ? LONG_HEADER_BYTES : HEADER_BYTES;
    if (at + header > end) throw file.malformed('the header of a box breaks off', at);
    const size = short === 0 ? end - at : short === 1 ? file.u64(at + 8) : short;
    if (size < header) throw file.malformed('a box is shorter than its header', at);
    const isCut = at + size > end;
    if (!isCut || givesCut) yield { type, at, start: at + header, end: isCut ? end : at + size };
    if (isCut) throw file.malformed('a box reaches past the end', at);
    at += size;
  }
}

/** The first box of a type in a list that was read. */
export function boxOf(boxes: readonly Box[], type: string): Box | undefined {
  return boxes.find((box) => box.type === type);
}

/** The first box of a type in a list, which is read to its end. Undefined also without a list. */
export function boxIn(file: ByteReader, list: ByteRange | undefined, type: string): Box | undefined {
  return list && boxOf([...boxesIn(file, list)], type);
}
