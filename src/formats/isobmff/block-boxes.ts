// Boxes of the ISO base media file format: a length, a four-letter type, and the content.
import { asciiAt, MalformedError, slice, viewOf } from '../metadata-block.js';

export interface Box {
  readonly type: string;
  readonly data: Uint8Array;
}

/** The boxes that lie one after the other in `bytes`. A length of 0 reaches to the end, 1 means that 64 bits follow. */
export function* readBoxes(bytes: Uint8Array): Generator<Box> {
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 0 ? bytes.length - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    if (size < head) throw new MalformedError('a box is shorter than its head');
    yield { type: asciiAt(bytes, at + 4, 4), data: slice(bytes, at + head, at + size) };
    at += size;
  }
}

/** Reads big-endian numbers one after the other. */
export class Cursor {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {
    this.#view = viewOf(bytes);
  }

  /** `size` in bytes: 0 (then 0), 1, 2, 4 or 8. */
  number(size: number): number {
    const at = this.at;
    this.at += size;
    switch (size) {
      case 0:
        return 0;
      case 1:
        return this.#view.getUint8(at);
      case 2:
        return this.#view.getUint16(at);
      case 4:
        return this.#view.getUint32(at);
      case 8:
        return Number(this.#view.getBigUint64(at));
      default:
        throw new MalformedError('no such size of number');
    }
  }

  /** Up to the next NUL, which is passed over. */
  text(): string {
    const end = this.bytes.indexOf(0, this.at);
    if (end < 0) throw new MalformedError('a text does not end');
    const text = asciiAt(this.bytes, this.at, end - this.at);
    this.at = end + 1;
    return text;
  }
}
