// The rest of an earlier, larger PNG after a smaller one that overwrote its beginning (aCropalypse,
// CVE-2023-21036 and CVE-2023-28303). It is compressed data without its start, perhaps with whole
// chunks, up to the earlier picture's IEND.
import { constants, inflateRawSync } from 'node:zlib';
import type { ByteReader } from '../byte-reader.js';
import { beginsPng, chunkAt, chunksFrom, endsPng, hasRightChecksum, PNG_SIGNATURE } from './chunks.js';

export interface EarlierPng {
  /** Offset after its IEND, in bytes from the start of the file. */
  readonly end: number;
  /**
   * Before that IEND is a whole chunk of picture data with a correct checksum, or data that
   * inflates to its end.
   */
  readonly isProved: boolean;
}

/**
 * How many more times in one file the start of a deflate block may be searched for, which is slow.
 */
export interface SearchBudget {
  searches: number;
}

/** An IEND with its length and checksum: always these bytes. */
const IEND = '\0\0\0\0IEND\xae\x42\x60\x82';
/** Chunk names that turn out to be something else. */
const MAX_TRIES = 64;

/**
 * Bytes of the cut data in which the start of a deflate block is searched for. Encoders end a block
 * after some 16 to 64 KiB.
 */
const SEARCHED = 96 * 1024;
/**
 * Offsets that look like the header of a block. The inflater tries the first bytes after it, then
 * all of them.
 */
const MAX_PROBES = 2048;
const MAX_INFLATES = 8;
/** Bytes that the inflater tries first. */
const PROBED = 1024;
/** Bytes that one attempt may produce: a picture of some 16 megapixels. */
const MAX_INFLATED = 64 * 1024 * 1024;
/** Data that is no block produces fewer bytes. */
const MIN_INFLATED = 1024;
/** How far back a deflate block may refer. */
const WINDOW = Buffer.alloc(32 * 1024);

/** The rest of a PNG, or a whole one, from `at` on; null where there is none. */
export function earlierPng(file: ByteReader, at: number, limit: number, budget: SearchBudget): EarlierPng | null {
  const last = at + toBuffer(file.bytes(at, limit)).lastIndexOf(IEND, undefined, 'latin1');
  if (last < at) return null;
  const end = last + IEND.length;
  const whole = wholePng(file, at, limit);
  if (whole) return whole;
  if (hasWholeData(file, at, last)) return { end, isProved: true };
  // Of the only chunk of data, the end is left: data, its Adler-32, and the checksum of the chunk.
  if (budget.searches-- <= 0) return null;
  return inflatesToEnd(file.bytes(at, Math.max(at, last - 4))) ? { end, isProved: true } : null;
}

function wholePng(file: ByteReader, at: number, limit: number): EarlierPng | null {
  if (!beginsPng(file, at)) return null;
  for (const chunk of chunksFrom(file, at + PNG_SIGNATURE.length, limit)) {
    if (chunk.isBroken) return null;
    if (endsPng(chunk, limit)) return { end: chunk.next, isProved: hasRightChecksum(file, chunk) };
  }
  return null;
}

/**
 * Whether a whole IDAT with a correct checksum is between two offsets. Its length may begin with
 * zeros that were skipped as padding.
 */
function hasWholeData(file: ByteReader, from: number, to: number): boolean {
  let found = file.find('IDAT', from, to);
  for (let tries = 0; found >= 0 && tries < MAX_TRIES; tries++) {
    const chunk = chunkAt(file, found - 4, to);
    if (chunk && chunk.end > chunk.start && hasRightChecksum(file, chunk)) return true;
    found = file.find('IDAT', found + 4, to);
  }
  return false;
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Whether some deflate block begins in `data` and the stream inflates from there to its end, four
 * bytes of Adler-32 before the end of `data`.
 */
function inflatesToEnd(data: Uint8Array): boolean {
  const searched = Math.min(data.length - 16, SEARCHED) * 8;
  let probes = MAX_PROBES;
  let inflates = MAX_INFLATES;
  for (let bit = 0; bit < searched && probes > 0 && inflates > 0; bit++) {
    if (!isBlockHeader(data, bit)) continue;
    probes--;
    const at = bit >> 3;
    if (inflate(shift(data.subarray(at, at + PROBED), bit & 7), constants.Z_SYNC_FLUSH) === null) continue;
    inflates--;
    const whole = shift(data.subarray(at), bit & 7);
    const done = inflate(whole, constants.Z_FINISH);
    // Shifting takes part of a byte from the end.
    if (done && done.bytes >= MIN_INFLATED && Math.abs(whole.length - done.taken - 4) <= 1) return true;
  }
  return false;
}

/**
 * Bits before the lengths of the first code. Each length has three bits. Their order does not
 * matter for whether the code is complete.
 */
const CODE_LENGTHS_AT = 17;

/**
 * Whether a deflate block with its own codes (RFC 1951, 3.2.7) may begin here: type 2, at most 286
 * literals and 30 distances, and a first code that is complete.
 */
function isBlockHeader(data: Uint8Array, bit: number): boolean {
  if (bits(data, bit + 1, 2) !== 2 || bits(data, bit + 3, 5) > 29 || bits(data, bit + 8, 5) > 29) return false;
  const count = bits(data, bit + 13, 4) + 4;
  let sum = 0;
  for (let code = 0; code < count; code++) {
    const length = bits(data, bit + CODE_LENGTHS_AT + code * 3, 3);
    if (length > 0) sum += 128 >> length;
  }
  return sum === 128;
}

/** `count` bits from the bit `bit` on, the low ones first, as in deflate. Zeros after the end. */
function bits(data: Uint8Array, bit: number, count: number): number {
  const at = bit >> 3;
  const two = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
  return (two >> (bit & 7)) & ((1 << count) - 1);
}

/** The number of bytes produced, and of bytes consumed; null where it is no deflate data. */
function inflate(stream: Uint8Array, finishFlush: number): { bytes: number; taken: number } | null {
  try {
    const settings = { dictionary: WINDOW, info: true, maxOutputLength: MAX_INFLATED, finishFlush };
    // With `info` it also returns the counters of the stream, which the typings lack.
    const { buffer, engine } = inflateRawSync(stream, settings) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { bytes: buffer.length, taken: engine.bytesWritten };
  } catch {
    // Not the start of a block, as at most offsets.
    return null;
  }
}

/** The same bits, moved forward by `by` bits, 0..7. */
function shift(data: Uint8Array, by: number): Uint8Array {
  return Uint8Array.from(data, (_, at) => bits(data, at * 8 + by, 8));
}
