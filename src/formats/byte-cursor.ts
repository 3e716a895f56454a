// Reads the fields of a table or header one after the other through a ByteReader, and never past a
// given end.
import type { ByteReader } from './byte-reader.js';

/**
 * Numbers are unsigned, in the reader's byte order. Every method throws MalformedError where a
 * field reaches past the end.
 */
export class ByteCursor {
  constructor(
    readonly file: ByteReader,
    /** Offset of the next field. */
    public at = 0,
    readonly end = file.length,
  ) {}

  /**
   * A number of 0 (the value is 0) to 8 bytes. Above 2 ** 53 it is not exact; no offset in a real
   * file is that large.
   */
  next(size: number): number {
    const at = this.#take(size);
    return this.file.uint(at, size);
  }

  /**
   * A number of entries.
   * @param max a larger number is damage, so that a small file cannot ask for any amount of work
   */
  count(size: number, max: number): number {
    const at = this.at;
    const value = this.next(size);
    if (value > max) throw this.file.malformed('more entries than any writer makes', at);
    return value;
  }

  /** Characters 0..255, for signatures and names. */
  latin1(length: number): string {
    return this.file.latin1(this.#take(length), length);
  }

  /** Characters 0..255 up to the next NUL, which is skipped. */
  text(): string {
    const length = this.file.bytes(this.at, this.end).indexOf(0);
    if (length < 0) throw this.file.malformed('a text does not end', this.at);
    const text = this.latin1(length);
    this.at += 1;
    return text;
  }

  #take(size: number): number {
    const at = this.at;
    if (at + size > this.end) throw this.file.malformed('a table breaks off', at);
    this.at += size;
    return at;
  }
}
