// Boxes of the ISO base media file format with their places in the file, and numbers read from them, all within limits.
import { type ByteRange, latin1, viewOf } from '../attachment.js';

export interface PlacedBox extends ByteRange {
  readonly type: string;
}

/** Boxes, properties and items of the largest photos are some hundreds, mostly tiles. */
const MAX_ENTRIES = 20_000;

/** Boxes or tables contradict themselves or the length of the file. */
export class BrokenBoxes extends RangeError {
  constructor(
    what: string,
    /** Bytes from the start of the file. */
    readonly offset: number,
  ) {
    super(what);
  }
}

/**
 * Boxes one after the other; their stretches are of the content. Bytes behind the last that are no box are left to whoever
 * wrote them there, once a top-level `meta` was seen.
 * @throws BrokenBoxes
 */
export function placedBoxes(bytes: Uint8Array, { start: from, end: to }: ByteRange): PlacedBox[] {
  const view = viewOf(bytes);
  const found: PlacedBox[] = [];
  for (let at = from; at + 8 <= to && found.length < MAX_ENTRIES; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) throw new BrokenBoxes('a box breaks off', at);
    const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const type = latin1(bytes, at + 4, at + 8);
    if (size < head || at + size > to) {
      if (from === 0 && found.some((box) => box.type === 'meta') && !/^[\w ]{4}$/.test(type)) break;
      throw new BrokenBoxes('a box breaks off', at);
    }
    found.push({ type, start: at + head, end: at + size });
    at += size;
  }
  return found;
}

export function boxOf(boxes: readonly PlacedBox[], type: string): PlacedBox | undefined {
  return boxes.find((box) => box.type === type);
}

/** Big-endian numbers one after the other, never past `end`. */
export class NumberReader {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    readonly end: number,
  ) {}

  /** `size` in bytes, 0 (then 0) to 8; above 2 ** 53 not exact, which no place in a file is. */
  next(size: number): number {
    if (this.at + size > this.end) throw new BrokenBoxes('a table breaks off', this.at);
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + (this.bytes[this.at + byte] as number);
    this.at += size;
    return value;
  }

  /** A number of entries. */
  count(size: number): number {
    const value = this.next(size);
    if (value > MAX_ENTRIES) throw new BrokenBoxes('more entries than any photo has', this.at - size);
    return value;
  }
}
