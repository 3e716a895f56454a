// The only reader of RIFF chunks (Microsoft's "Multimedia Programming Interface and Data
// Specifications 1.0"), in memory or on the disk.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { ReadBudget } from '../read-budget.js';

/** The range is that of the content, as far as it is inside of its list. */
export interface RiffChunk extends ByteRange {
  readonly type: string;
  /** Offset of the type. */
  readonly at: number;
  /**
   * It reaches past the end of its list, or comes after more chunks than any program writes. It is
   * the last chunk returned.
   */
  readonly isBroken: boolean;
}

const HEADER_BYTES = 8;
/** The header of a file: RIFF, its length and its form. */
const FILE_HEADER_BYTES = 12;

/** The range of the chunks of a file; null where it is no RIFF file of this form. */
export function riffBody(file: ByteReader, form: string): ByteRange | null {
  if (file.latin1(0, 4) !== 'RIFF' || file.latin1(8, 4) !== form) return null;
  return { start: FILE_HEADER_BYTES, end: Math.min(file.length, statedEnd(file)) };
}

/**
 * Whether a RIFF file ends before the length that it states. Programs may omit the byte of padding
 * at the very end.
 */
export function isRiffCut(file: ByteReader): boolean {
  return file.length + 1 < statedEnd(file);
}

function statedEnd(file: ByteReader): number {
  return HEADER_BYTES + file.ordered(true).u32(4);
}

/**
 * The chunks one after the other.
 * @param budget for all lists of the file
 */
export function* riffChunks(
  anyOrder: ByteReader,
  { start, end }: ByteRange,
  budget = new ReadBudget(),
): Generator<RiffChunk> {
  const file = anyOrder.ordered(true);
  for (let at = start; at + HEADER_BYTES <= end; ) {
    const isTooMany = budget.isSpent;
    if (!isTooMany) budget.countPart(at);
    const size = file.u32(at + 4);
    const content = at + HEADER_BYTES;
    const isBroken = isTooMany || content + size > end;
    yield { type: file.latin1(at, 4), at, start: content, end: Math.min(content + size, end), isBroken };
    if (isBroken) return;
    // Padded to an even length.
    at = content + size + (size % 2);
  }
}
