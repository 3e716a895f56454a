// Boxes of the ISO base media file format (ISO/IEC 14496-12) found inside a file that stays on disk: a video may be larger than memory.
import { asciiAt, MalformedError, viewOf } from '../metadata-block.js';

/** A file as the reader sees it. */
export interface BoxFile {
  /** Size in bytes. */
  readonly bytes: number;
  /** `length` bytes from `start`, fewer at the end of the file. Throws PhotoError where the disk fails. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** Where a box's content lies, in bytes from the start of the file. */
export interface Place {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What a file may cost; both count down. A hostile file cannot make more of itself than this. */
export interface Budget {
  boxes: number;
  /** Content read into memory. */
  bytes: number;
}

/** Fragmented recordings of a whole day have some ten thousand boxes; descriptions of a video have kilobytes, with a cover picture a few megabytes. */
export const newBudget = (): Budget => ({ boxes: 100_000, bytes: 64 * 1024 * 1024 });

const HEAD = 8;
const LONG_HEAD = 16;

/**
 * The boxes that lie one after the other between two places. A length of 0 reaches to the end, 1 means that 64 bits follow.
 * Throws MalformedError where the chain breaks, after what stands before; a box that is cut off is given as far as it goes.
 */
export async function* placesBetween(file: BoxFile, start: number, end: number, budget: Budget): AsyncGenerator<Place> {
  // QuickTime ends a list with four zero bytes, and fewer than a head cannot be a box.
  for (let at = start; at + HEAD <= end; ) {
    if (budget.boxes-- <= 0) throw new MalformedError('more boxes than any camera writes');
    const head = await file.read(at, Math.min(LONG_HEAD, end - at));
    const view = viewOf(head);
    const short = view.getUint32(0);
    const type = asciiAt(head, 4, 4);
    // Padding, or QuickTime's end of a list with something behind it.
    if (short === 0 && type === '\0\0\0\0') return;
    const headSize = short === 1 ? LONG_HEAD : HEAD;
    const size = short === 0 ? end - at : short === 1 ? Number(view.getBigUint64(HEAD)) : short;
    if (size < headSize) throw new MalformedError('a box is shorter than its head');
    if (at + headSize > end) throw new MalformedError('a head is cut off');
    yield { type, start: at + headSize, end: Math.min(at + size, end) };
    if (at + size > end) throw new MalformedError('a box reaches past the end');
    at += size;
  }
}

/** A box's content in memory. Throws MalformedError where the budget does not cover it. */
export async function contentOf(file: BoxFile, { start, end }: Place, budget: Budget): Promise<Uint8Array> {
  budget.bytes -= end - start;
  if (budget.bytes < 0) throw new MalformedError('more metadata than any camera writes');
  const content = await file.read(start, end - start);
  if (content.length < end - start) throw new MalformedError('the file ends early');
  return content;
}
