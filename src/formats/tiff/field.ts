// One field of a TIFF directory: its type, and its value as bytes, numbers or text.
import type { ByteReader } from '../byte-reader.js';
import { decodeText } from '../tag.js';

const ASCII = 2;
/** Exif 3.0, section 4.6.2. */
const UTF_8 = 129;
const BYTES = new Set([1, 6, 7]);

/**
 * Bytes of one value, by type: TIFF 6.0, the directory pointer of TIFF Technical Note 1, and the
 * UTF-8 of Exif 3.0.
 */
const SIZES: ReadonlyMap<number, number> = new Map([
  ...([1, ASCII, 6, 7, UTF_8] as const).map((type) => [type, 1] as const),
  ...([3, 8] as const).map((type) => [type, 2] as const),
  ...([4, 9, 11, 13] as const).map((type) => [type, 4] as const),
  ...([5, 10, 12] as const).map((type) => [type, 8] as const),
]);

/** The value is read only on request. */
export class TiffField {
  readonly tag: number;
  readonly type: number;
  /** The number of values, not of bytes. */
  readonly count: number;
  /** Bytes of the value; 0 where the type is unknown. */
  readonly length: number;
  /** Offset of the value, from the start of the block. */
  readonly start: number;
  /** The value is in the entry itself. */
  readonly isInline: boolean;

  /**
   * @param at offset of the entry
   * @param offsetBytes bytes of a count and of an offset: 4, or 8 in BigTIFF
   */
  constructor(
    readonly block: ByteReader,
    at: number,
    offsetBytes: number,
  ) {
    this.tag = block.u16(at);
    this.type = block.u16(at + 2);
    this.count = block.uint(at + 4, offsetBytes);
    this.length = (SIZES.get(this.type) ?? 0) * this.count;
    this.isInline = this.length <= offsetBytes;
    const valueAt = at + 4 + offsetBytes;
    this.start = this.isInline ? valueAt : block.uint(valueAt, offsetBytes);
  }

  get end(): number {
    return this.start + this.length;
  }

  /** Its type is known and its value is inside the block. */
  get isReadable(): boolean {
    return SIZES.has(this.type) && this.end <= this.block.length;
  }

  get isText(): boolean {
    return this.type === ASCII || this.type === UTF_8;
  }

  /** Its type is one for bytes of any meaning. */
  get isBytes(): boolean {
    return BYTES.has(this.type);
  }

  /** A view of the value as stored. */
  get bytes(): Uint8Array {
    return this.block.bytes(this.start, this.end);
  }

  /** A reader of the value, in the byte order of the block. */
  get value(): ByteReader {
    return this.block.part(this.start, this.end);
  }

  /**
   * Up to `max` numbers. Fractions are divided (0/0 is NaN); bytes are returned unchanged. Empty
   * for text and for unknown types.
   */
  numbers(max: number): number[] {
    const size = SIZES.get(this.type);
    if (this.isText || size === undefined) return [];
    const numbers: number[] = [];
    const end = Math.min(this.count, max);
    for (let index = 0; index < end; index++) numbers.push(this.#numberAt(this.start + index * size));
    return numbers;
  }

  /** The first of the numbers; undefined where there is none. */
  get number(): number | undefined {
    return this.numbers(1)[0];
  }

  #numberAt(at: number): number {
    const { block } = this;
    switch (this.type) {
      case 3:
        return block.u16(at);
      case 4:
      case 13:
        return block.u32(at);
      case 5:
        return block.u32(at) / block.u32(at + 4);
      case 6:
        return block.i8(at);
      case 8:
        return block.i16(at);
      case 9:
        return block.i32(at);
      case 10:
        return block.i32(at) / block.i32(at + 4);
      case 11:
        return block.f32(at);
      case 12:
        return block.f64(at);
      default:
        return block.u8(at);
    }
  }

  /**
   * The value of a field of characters. Some programs leave remnants after a NUL; what follows it
   * counts only where it is text, too.
   */
  text(): string {
    const text = decodeText(this.bytes).replace(/\0+$/, '');
    const [first = '', ...rest] = text.split('\0');
    return rest.every((part) => /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}\r\n\t]*$/u.test(part) && !part.includes('\ufffd'))
      ? text
      : first;
  }
}
