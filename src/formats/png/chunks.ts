// Chunks of a PNG (PNG specification, third edition, section 5).
import { crc32 } from 'node:zlib';
import { latin1, viewOf } from '../attachment.js';

export interface PngChunk {
  readonly type: string;
  /** Bytes from the start of the file, of the data. */
  readonly start: number;
  readonly end: number;
  /** Behind the checksum. */
  readonly next: number;
}

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Length, type and checksum around a chunk's data. */
const OVERHEAD = 12;

/** The chunk at `at`; null where it reaches past `end` or its type is no four letters. */
export function chunkAt(bytes: Uint8Array, at: number, end = bytes.length): PngChunk | null {
  if (at + OVERHEAD > end) return null;
  const length = viewOf(bytes).getUint32(at);
  const type = latin1(bytes, at + 4, at + 8);
  const next = at + OVERHEAD + length;
  return next <= end && /^[A-Za-z]{4}$/.test(type) ? { type, start: at + 8, end: at + 8 + length, next } : null;
}

/** Chunks one after the other, up to and with IEND, or to where they break off. */
export function* chunksFrom(bytes: Uint8Array, from: number, end = bytes.length): Generator<PngChunk> {
  for (let chunk = chunkAt(bytes, from, end); chunk; chunk = chunkAt(bytes, chunk.next, end)) {
    yield chunk;
    if (chunk.type === 'IEND') return;
  }
}

export function hasRightChecksum(bytes: Uint8Array, { start, end }: PngChunk): boolean {
  return crc32(bytes.subarray(start - 4, end)) === viewOf(bytes).getUint32(end);
}
