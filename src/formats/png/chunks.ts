// The only reader of PNG chunks (PNG specification, third edition, section 5).
import { crc32 } from 'node:zlib';
import type { ByteRange, ByteReader } from '../byte-reader.js';

/** The range is that of the data, in bytes from the start of the file. */
export interface PngChunk extends ByteRange {
  readonly type: string;
  /** Its type is not four letters, which is damage: decoders stop there. */
  readonly isBroken: boolean;
  /** Offset after the checksum. Past the end of the file where only the checksum is cut off. */
  readonly next: number;
}

/** Pixels, as the header states them. */
export interface PngSize {
  readonly width: number;
  readonly height: number;
}

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Length and type before a chunk's data, and the checksum after it. */
const HEADER_BYTES = 8;
const CHECKSUM_BYTES = 4;

export function beginsPng(file: ByteReader, start: number): boolean {
  return file.latin1(start, PNG_SIGNATURE.length) === PNG_SIGNATURE;
}

/** The chunk at `at`; null where its data reaches past `end`. */
export function chunkAt(file: ByteReader, at: number, end = file.length): PngChunk | null {
  const start = at + HEADER_BYTES;
  if (at < 0 || start > Math.min(end, file.length)) return null;
  const type = file.latin1(at + 4, 4);
  const dataEnd = start + file.u32(at);
  if (dataEnd > end) return null;
  return { type, isBroken: !/^[A-Za-z]{4}$/.test(type), start, end: dataEnd, next: dataEnd + CHECKSUM_BYTES };
}

/** The chunks one after the other, up to and with IEND, or to where they break off. */
export function* chunksFrom(file: ByteReader, from: number, end = file.length): Generator<PngChunk> {
  for (let chunk = chunkAt(file, from, end); chunk; chunk = chunkAt(file, chunk.next, end)) {
    yield chunk;
    if (chunk.type === 'IEND') return;
  }
}

/** All chunks of a PNG; none where no PNG begins. */
export function chunksOf(file: ByteReader): Iterable<PngChunk> {
  return beginsPng(file, 0) ? chunksFrom(file, PNG_SIGNATURE.length) : [];
}

/** Whether the chunk is the last one, with its checksum before `end`. */
export function endsPng({ type, next }: PngChunk, end: number): boolean {
  return type === 'IEND' && next <= end;
}

/** Null where the chunk is not the header. */
export function sizeIn(file: ByteReader, { type, start, end }: PngChunk): PngSize | null {
  return type === 'IHDR' && end - start >= 8 ? { width: file.u32(start), height: file.u32(start + 4) } : null;
}

export function hasRightChecksum(file: ByteReader, { start, end }: PngChunk): boolean {
  return file.has(end, CHECKSUM_BYTES) && crc32(file.bytes(start - 4, end)) === file.u32(end);
}
