// Makes one copy: reads the file, lets its format leave out what must go, and writes the rest.
import { readSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { PhotoError } from '../errors.js';
import { type ByteReader, fileReader } from '../formats/byte-reader.js';
import { CleanError, KEEP_NOTHING, type Kept, type Piece } from '../formats/clean-copy.js';
import type { FormatReader } from '../formats/format.js';
import { cleanJpeg } from '../formats/jpeg/clean.js';
import { readerFor } from '../formats/registry.js';
import { keptExif } from '../formats/tiff/kept-exif.js';
import { openPicture } from '../photo/decode.js';
import type { Region } from '../types/detection.js';
import type { PhotoReport } from '../types/report.js';
import type { CleanChoice } from './choice.js';
import { covered, encodedAnew } from './cover.js';

/** Bytes that are copied at once. */
const CHUNK = 1_048_576;

/** Only its owner may read a copy. */
const MODE = 0o600;

/** A photo to copy, as the scan reports it. */
export type Original = Pick<PhotoReport, 'path' | 'mediaType' | 'kind'>;

export interface CopyOptions {
  readonly choice: CleanChoice;
  /** Parts of the upright picture that are painted over. */
  readonly regions: readonly Region[];
  /** Encode the picture anew, as JPEG, instead of copying what is coded. */
  readonly isReEncoded: boolean;
}

/**
 * Writes the copy to a file that must not exist. What was written stays where it fails.
 * @throws CleanError where no clean copy can be made, and errors of the file system
 */
export async function makeCopy(original: Original, to: string, options: CopyOptions): Promise<void> {
  const reader = await readerFor(original.mediaType);
  const file = await open(to, 'wx', MODE);
  try {
    if (original.kind === 'video') await copyVideo(original.path, reader, file, options);
    else await file.writeFile(await copyOf(original, reader, options));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copyOf(
  { path, mediaType }: Original,
  reader: FormatReader,
  { choice, regions, isReEncoded }: CopyOptions,
): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (isReEncoded) return cleanJpeg(await encodedAnew(bytes, mediaType, regions), KEEP_NOTHING);
  const { clean, blocks } = reader;
  if (!clean) throw new CleanError('format');
  const shown = reader.orientedBy === 'exif' && regions.length === 0 ? await orientationOf(mediaType, bytes) : null;
  // A viewer reads EXIF in its usual part only; what it passes over must not turn the copy.
  const isOriented = reader.orientedBy === 'exif' && regions.length === 0 && shown !== 1;
  // Where EXIF does not say how a picture lies, a copy has it only for what is kept.
  const hasExif = reader.orientedBy === 'exif' || choice.keep.size > 0;
  const exif = blocks && hasExif ? keptExif(blocks(bytes), choice.keep, { isOriented }) : null;
  const kept: Kept = { exif, hasTimes: choice.keep.has('capture-time') };
  if (regions.length === 0) {
    const copy = clean(bytes, kept);
    if (shown !== null && (await orientationOf(mediaType, copy)) !== shown) throw new CleanError('rotation');
    if (await reader.hasUnreadData?.(copy)) throw new CleanError('unread-data');
    return copy;
  }
  // The new file is cleaned like the original, so that the same is kept of it.
  return clean(await covered(bytes, mediaType, regions), kept);
}

/** The orientation that a decoder applies; null where it decodes nothing. */
async function orientationOf(mediaType: string, bytes: Uint8Array): Promise<number | null> {
  try {
    return (await openPicture(mediaType, bytes)).orientation;
  } catch (error) {
    if (error instanceof PhotoError) return null;
    throw error;
  }
}

async function copyVideo(
  path: string,
  { cleanVideo }: FormatReader,
  to: FileHandle,
  { choice, regions }: CopyOptions,
): Promise<void> {
  if (!cleanVideo) throw new CleanError('format');
  if (regions.length > 0) throw new CleanError('video-not-covered');
  const from = await open(path);
  try {
    const { size } = await from.stat();
    const file = fileReader(size, (start, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(from.fd, bytes, 0, length, start));
    });
    for (const piece of cleanVideo(file, { exif: null, hasTimes: choice.keep.has('capture-time') })) {
      await writePiece(file, piece, to);
    }
  } finally {
    await from.close();
  }
}

async function writePiece(file: ByteReader, piece: Piece, to: FileHandle): Promise<void> {
  if (piece instanceof Uint8Array) return to.appendFile(piece);
  for (let at = piece.start; at < piece.end; at += CHUNK) {
    await to.appendFile(file.bytes(at, Math.min(piece.end, at + CHUNK)));
  }
}

/** Why a copy failed, of what can be said of a file. Other errors are bugs. */
export function reasonOf(error: unknown): string {
  if (error instanceof CleanError) return error.reason;
  if (error instanceof PhotoError || error instanceof RangeError) return 'damaged';
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  throw error;
}
