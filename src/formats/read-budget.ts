// Limits on what reading one file may cost, so that a hostile file cannot ask for more.
import { type ByteRange, type ByteReader, MalformedError } from './byte-reader.js';

/** Boxes or chunks. Fragmented recordings of a whole day have some ten thousand. */
const MAX_PARTS = 100_000;

/**
 * Bytes of content. The description of a video has kilobytes, with a cover picture a few megabytes.
 */
const MAX_BYTES = 64 * 1024 * 1024;

/** Counts down over all lists of a file. */
export class ReadBudget {
  #parts = MAX_PARTS;
  #bytes = MAX_BYTES;

  /** No further part may be read. */
  get isSpent(): boolean {
    return this.#parts <= 0;
  }

  /**
   * Counts a box or chunk. Throws MalformedError once there were too many.
   * @param at its offset in the whole file
   */
  countPart(at: number): void {
    if (this.#parts-- <= 0) throw new MalformedError('more parts than any camera writes', at);
  }

  /**
   * Reads content into memory. Throws MalformedError where the budget does not cover it or the file
   * ends early.
   */
  read(file: ByteReader, { start, end }: ByteRange): Uint8Array {
    this.#bytes -= end - start;
    if (this.#bytes < 0) throw file.malformed('more metadata than any camera writes', start);
    return file.bytes(start, end);
  }
}
