// Bounded reading of numbers, names and ranges. All formats read their bytes with it.

/** A range of bytes; `end` is after the last one. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A structure breaks off or contradicts itself. The message quotes nothing from the file. It is a
 * RangeError, so that one catch covers what DataView throws, too.
 */
export class MalformedError extends RangeError {
  override readonly name = 'MalformedError';

  constructor(
    what: string,
    /** Bytes from the start of what was read. Null where no single offset is at fault. */
    readonly offset: number | null = null,
  ) {
    super(what);
  }
}

/** Bytes that one step of a search reads from the disk. */
const SEARCH_BYTES = 65_536;

/** Bytes that were read; `view` shows them from offset `from` on. */
interface Window {
  readonly view: DataView;
  readonly from: number;
}

/**
 * Numbers are unsigned unless their method states otherwise. They are big-endian unless the reader
 * is little-endian. Every method throws MalformedError where it would read past the end.
 */
export abstract class ByteReader {
  abstract readonly length: number;
  /** Offset of the first byte, from which errors count. Not 0 for a part. */
  abstract readonly origin: number;
  /** Byte order of numbers of two bytes and more. */
  abstract readonly isLittle: boolean;

  /** Shows at least the bytes `at` to `at + size`. The caller has checked that they exist. */
  protected abstract window(at: number, size: number): Window;

  /**
   * The caller must not change them.
   * @returns a view where the bytes are in memory; a copy where they are on the disk
   */
  abstract bytes(start: number, end?: number): Uint8Array;

  /** The same bytes, read in the given byte order. */
  abstract ordered(isLittle: boolean): ByteReader;

  /** A part in the same byte order that ends at `end`; offsets count from `start`. */
  abstract part(start: number, end?: number): ByteReader;

  u8(at: number): number {
    const { view, from } = this.#checked(at, 1);
    return view.getUint8(at - from);
  }

  i8(at: number): number {
    const { view, from } = this.#checked(at, 1);
    return view.getInt8(at - from);
  }

  u16(at: number): number {
    const { view, from } = this.#checked(at, 2);
    return view.getUint16(at - from, this.isLittle);
  }

  u32(at: number): number {
    const { view, from } = this.#checked(at, 4);
    return view.getUint32(at - from, this.isLittle);
  }

  /** Above 2 ** 53 it is not exact; no offset in a real file is that large. */
  u64(at: number): number {
    const { view, from } = this.#checked(at, 8);
    return Number(view.getBigUint64(at - from, this.isLittle));
  }

  i16(at: number): number {
    const { view, from } = this.#checked(at, 2);
    return view.getInt16(at - from, this.isLittle);
  }

  i32(at: number): number {
    const { view, from } = this.#checked(at, 4);
    return view.getInt32(at - from, this.isLittle);
  }

  f32(at: number): number {
    const { view, from } = this.#checked(at, 4);
    return view.getFloat32(at - from, this.isLittle);
  }

  f64(at: number): number {
    const { view, from } = this.#checked(at, 8);
    return view.getFloat64(at - from, this.isLittle);
  }

  /** An unsigned number of 0 (the value is 0) to 8 bytes. */
  uint(at: number, size: number): number {
    switch (size) {
      case 0:
        return 0;
      case 1:
        return this.u8(at);
      case 2:
        return this.u16(at);
      case 4:
        return this.u32(at);
    }
    const { view, from } = this.#checked(at, size);
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at - from + (this.isLittle ? size - 1 - i : i));
    return value;
  }

  /**
   * Characters 0..255, fewer at the end. For signatures and names, which are compared; not for
   * text.
   */
  latin1(at: number, length: number): string {
    const start = Math.max(0, Math.min(at, this.length));
    const end = Math.max(start, Math.min(at + length, this.length));
    const { view, from } = this.window(start, end - start);
    return Buffer.from(view.buffer, view.byteOffset + start - from, end - start).toString('latin1');
  }

  /**
   * Offset of the first match that begins at `from` or after it and ends by `end`; -1 without one.
   * @param wanted the value of a byte, or at least one character 0..255
   */
  find(wanted: number | string, from: number, end = this.length): number {
    const size = typeof wanted === 'number' ? 1 : wanted.length;
    const last = Math.min(end, this.length);
    for (let at = Math.max(0, from); at + size <= last; at += SEARCH_BYTES) {
      const found = indexIn(this.bytes(at, Math.min(last, at + SEARCH_BYTES + size - 1)), wanted, 0);
      if (found >= 0) return at + found;
    }
    return -1;
  }

  has(at: number, size: number): boolean {
    return at >= 0 && size >= 0 && at + size <= this.length;
  }

  protected check(start: number, end: number): void {
    if (!(start >= 0 && end >= start && end <= this.length)) throw this.malformed('it reaches past the end', start);
  }

  /** The error for callers that find at `at` something that the structure cannot have. */
  malformed(what: string, at: number): MalformedError {
    return new MalformedError(what, this.origin + at);
  }

  #checked(at: number, size: number): Window {
    if (!this.has(at, size)) throw this.malformed('it reaches past the end', at);
    return this.window(at, size);
  }
}

class MemoryReader extends ByteReader {
  readonly length: number;
  readonly #window: Window;

  constructor(
    readonly whole: Uint8Array,
    readonly isLittle: boolean,
    readonly origin = 0,
  ) {
    super();
    this.length = whole.length;
    this.#window = { view: new DataView(whole.buffer, whole.byteOffset, whole.byteLength), from: 0 };
  }

  protected window(): Window {
    return this.#window;
  }

  bytes(start: number, end = this.length): Uint8Array {
    this.check(start, end);
    return this.whole.subarray(start, end);
  }

  override find(wanted: number | string, from: number, end = this.length): number {
    const found = indexIn(this.whole, wanted, Math.max(0, from));
    const size = typeof wanted === 'number' ? 1 : wanted.length;
    return found >= 0 && found + size <= end ? found : -1;
  }

  ordered(isLittle: boolean): ByteReader {
    return isLittle === this.isLittle ? this : new MemoryReader(this.whole, isLittle, this.origin);
  }

  part(start: number, end = this.length): ByteReader {
    return new MemoryReader(this.bytes(start, end), this.isLittle, this.origin + start);
  }
}

function indexIn(bytes: Uint8Array, wanted: number | string, from: number): number {
  if (typeof wanted === 'number') return bytes.indexOf(wanted, from);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(wanted, from, 'latin1');
}

/** Reads `length` bytes from `start`. Fewer only where the file has become shorter. */
export type ReadAt = (start: number, length: number) => Uint8Array;

/** Bytes of a file that one read fetches: headers of boxes and chunks are close to each other. */
const WINDOW_BYTES = 4096;

class FileReader extends ByteReader {
  #window: Window = { view: new DataView(new ArrayBuffer(0)), from: 0 };

  constructor(
    readonly length: number,
    readonly readAt: ReadAt,
    readonly isLittle: boolean,
    readonly origin = 0,
  ) {
    super();
  }

  protected window(at: number, size: number): Window {
    if (this.#isInWindow(at, at + size)) return this.#window;
    const bytes = this.#read(at, size, Math.min(this.length - at, Math.max(size, WINDOW_BYTES)));
    this.#window = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), from: at };
    return this.#window;
  }

  bytes(start: number, end = this.length): Uint8Array {
    this.check(start, end);
    if (!this.#isInWindow(start, end)) return this.#read(start, end - start, end - start);
    const { view, from } = this.#window;
    return new Uint8Array(view.buffer, view.byteOffset + start - from, end - start);
  }

  #isInWindow(start: number, end: number): boolean {
    const { view, from } = this.#window;
    return start >= from && end <= from + view.byteLength;
  }

  /** At least `size` bytes, and up to `wanted`. */
  #read(at: number, size: number, wanted: number): Uint8Array {
    const bytes = this.readAt(at, wanted);
    if (bytes.length < size) throw this.malformed('the file ends early', at + bytes.length);
    return bytes;
  }

  ordered(isLittle: boolean): ByteReader {
    return isLittle === this.isLittle ? this : new FileReader(this.length, this.readAt, isLittle, this.origin);
  }

  part(start: number, end = this.length): ByteReader {
    this.check(start, end);
    const readAt: ReadAt = (at, length) => this.readAt(start + at, length);
    return new FileReader(end - start, readAt, this.isLittle, this.origin + start);
  }
}

/** Reads bytes that are in memory. Nothing is copied. */
export function readerOf(bytes: Uint8Array, isLittle = false): ByteReader {
  return new MemoryReader(bytes, isLittle);
}

/**
 * Reads a file that stays on the disk, such as a video larger than memory.
 * @param length in bytes
 */
export function fileReader(length: number, readAt: ReadAt): ByteReader {
  return new FileReader(length, readAt, false);
}
