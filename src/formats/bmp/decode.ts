// Decodes BMP with NetSurf's libnsbmp in WebAssembly: the build of sharp cannot read it. libnsbmp
// handles every depth, palette and run length. Sizes are checked here first.
import { createRequire } from 'node:module';
import { PhotoError } from '../../errors.js';
import { readerOf } from '../byte-reader.js';
import { arePixelsCut, isPartCut } from '../truncation.js';
import { endOfRuns } from './runs.js';

/** RGBA, row by row. The fourth byte has no meaning. */
export interface BmpPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The file ends before the picture does, or in zeros. The missing part is black. */
  readonly isCut: boolean;
}

interface Decoder {
  decode(source: Uint8Array): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

/** Bytes before the second header, and the minimum for both headers together. */
export const FILE_HEADER = 14;
const MIN_BYTES = 26;
/** The size of the second header in OS/2 1.x, whose sides have 16 bits. */
const OLD_HEADER = 12;

/** @throws PhotoError `corrupt` or `too-large` */
export function decodeBmp(bytes: Uint8Array, maxPixels: number): BmpPicture {
  const layout = layoutOf(bytes);
  const pixels = layout.width * layout.height;
  if (pixels > maxPixels) throw new PhotoError('too-large', `${Math.round(pixels / 1e6)}`);
  const { decode } = createRequire(import.meta.url)('@cwasm/nsbmp') as Decoder;
  const readable = readableOf(bytes, layout);
  try {
    const { data, width, height } = decode(readable.bytes);
    const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return { data: rgba, width, height, isCut: readable.isCut };
  } catch {
    // The decoder throws only for damage, and its messages are of no use.
    throw new PhotoError('corrupt');
  }
}

/** Offset of the length of run-length encoded pixels, and of a colour profile and its length. */
const [RUNS_LENGTH, PROFILE_START, PROFILE_LENGTH] = [FILE_HEADER + 20, FILE_HEADER + 112, FILE_HEADER + 116];
/** The size of the only second header with a profile. */
const HEADER_WITH_PROFILE = 124;

/** Where a picture and its colour profile end. @throws PhotoError `corrupt` */
export function endOfBmp(bytes: Uint8Array): { readonly end: number; readonly width: number; readonly height: number } {
  const { width, height, start, end, isPlain } = layoutOf(bytes);
  const file = readerOf(bytes, true);
  const runs = isPlain ? end : start + file.u32(RUNS_LENGTH);
  const hasProfile = file.u32(FILE_HEADER) === HEADER_WITH_PROFILE && file.has(PROFILE_LENGTH, 4);
  const profile = hasProfile ? FILE_HEADER + file.u32(PROFILE_START) + file.u32(PROFILE_LENGTH) : 0;
  const stated = Math.max(runs, profile);
  return { end: stated > start ? Math.min(stated, bytes.length) : bytes.length, width, height };
}

interface BmpLayout {
  /** In pixels, above 0. */
  readonly width: number;
  readonly height: number;
  /** Offsets at which its pixels begin and end, as far as the header states them. */
  readonly start: number;
  readonly end: number;
  /** Bytes of a row, padded to a multiple of four. */
  readonly row: number;
  /** Bits of a pixel. */
  readonly depth: number;
  /** The pixels are not run-length encoded. */
  readonly isPlain: boolean;
}

/**
 * Values of compression without run lengths: none, and masks that state which bits of a pixel
 * belong to which colour.
 */
const PLAIN: ReadonlySet<number> = new Set([0, 3, 6]);

function layoutOf(bytes: Uint8Array): BmpLayout {
  if (bytes.length < MIN_BYTES) throw new PhotoError('corrupt');
  const file = readerOf(bytes, true);
  const isOld = file.u32(FILE_HEADER) === OLD_HEADER;
  const width = isOld ? file.u16(FILE_HEADER + 4) : file.i32(FILE_HEADER + 4);
  // Below 0 where the rows go from top to bottom.
  const height = Math.abs(isOld ? file.i16(FILE_HEADER + 6) : file.i32(FILE_HEADER + 8));
  if (!(width > 0 && height > 0)) throw new PhotoError('corrupt');
  const start = file.u32(10);
  const hasRest = !isOld && file.has(FILE_HEADER, 24);
  const depth = file.u16(FILE_HEADER + (hasRest ? 14 : 10));
  const isPlain = !hasRest || PLAIN.has(file.u32(FILE_HEADER + 16));
  const row = 4 * Math.ceil((width * depth) / 32);
  const end = isPlain ? start + row * height : bytes.length;
  return { width, height, start, end, row, depth, isPlain };
}

/** The part that the decoder can read: it returns nothing for a picture that is incomplete. */
function readableOf(bytes: Uint8Array, layout: BmpLayout): { readonly bytes: Uint8Array; readonly isCut: boolean } {
  const { start, end, isPlain } = layout;
  if (isPlain) {
    // Some programs omit the padding of the last row.
    const isCut = end - bytes.length >= 4 || arePixelsCut(bytes, start, Math.min(end, bytes.length));
    return { bytes: filledUp(bytes, layout), isCut };
  }
  const runs = endOfRuns(bytes, layout);
  return { bytes: bytes.subarray(0, runs.end), isCut: !runs.isWhole || isPartCut(bytes, start, end) };
}

/** A file that ends within its pixels, but after their first row, filled up with zeros. */
function filledUp(bytes: Uint8Array, { start, end, row, width }: BmpLayout): Uint8Array {
  const isPart = bytes.length < end && bytes.length >= start + row && row <= 4 * width;
  if (!isPart) return bytes;
  const whole = new Uint8Array(end);
  whole.set(bytes);
  return whole;
}
