// BMP, and ICO, whose pictures are BMPs without their head or PNGs: what sharp's own build does not read. Decoded by NetSurf's
// libnsbmp in WebAssembly, which knows every depth, palette and run length; sizes are checked here before it is asked.
import { createRequire } from 'node:module';
import { PhotoError } from '../../errors.js';
import { asciiAt, viewOf } from '../metadata-block.js';
import { arePixelsCut, isPartCut } from '../truncation.js';
import { endOfRuns } from './runs.js';

/** RGBA, row by row; the fourth byte says nothing. */
export interface BmpPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The file ends before the picture does, or in zeros; what is missing is black. */
  readonly isCut: boolean;
}

interface Decoder {
  decode(source: Uint8Array): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
}

/** Bytes before the second header, and the least of the two together. */
const FILE_HEAD = 14;
const MIN_BYTES = 26;
/** The size of the second header that OS/2 1.x wrote, with 16-bit sides. */
const OLD_HEAD = 12;

/** @throws PhotoError `corrupt` or `too-large` */
export function decodeBmp(bytes: Uint8Array, maxPixels: number): BmpPicture {
  const layout = layoutOf(bytes);
  const pixels = layout.width * layout.height;
  if (pixels > maxPixels) throw new PhotoError('too-large', `${Math.round(pixels / 1e6)}`);
  try {
    const { decode } = createRequire(import.meta.url)('@cwasm/nsbmp') as Decoder;
    const readable = readableOf(bytes, layout);
    const { data, width, height } = decode(readable.bytes);
    const rgba = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return { data: rgba, width, height, isCut: readable.isCut };
  } catch {
    // What it throws has no words of use.
    throw new PhotoError('corrupt');
  }
}

interface Layout {
  /** In pixels, above 0. */
  readonly width: number;
  readonly height: number;
  /** Where its pixels begin, and where they end as far as the head says so. */
  readonly start: number;
  readonly end: number;
  /** Bytes of a row with what fills it up to four. */
  readonly row: number;
  /** Bits of a pixel. */
  readonly depth: number;
  /** Pixels as they are, not in runs. */
  readonly isPlain: boolean;
}

/** Values of compression: none, and masks that say which bits of a pixel are which colour. */
const PLAIN: ReadonlySet<number> = new Set([0, 3, 6]);

function layoutOf(bytes: Uint8Array): Layout {
  if (bytes.length < MIN_BYTES) throw new PhotoError('corrupt');
  const view = viewOf(bytes);
  const isOld = view.getUint32(FILE_HEAD, true) === OLD_HEAD;
  const width = isOld ? view.getUint16(FILE_HEAD + 4, true) : view.getInt32(FILE_HEAD + 4, true);
  // Below 0 where the rows go from top to bottom.
  const height = Math.abs(isOld ? view.getInt16(FILE_HEAD + 6, true) : view.getInt32(FILE_HEAD + 8, true));
  if (!(width > 0 && height > 0)) throw new PhotoError('corrupt');
  const start = view.getUint32(10, true);
  const hasRest = !isOld && bytes.length >= FILE_HEAD + 24;
  const depth = hasRest ? view.getUint16(FILE_HEAD + 14, true) : view.getUint16(FILE_HEAD + 10, true);
  const isPlain = !hasRest || PLAIN.has(view.getUint32(FILE_HEAD + 16, true));
  const row = 4 * Math.ceil((width * depth) / 32);
  const end = isPlain ? start + row * height : bytes.length;
  return { width, height, start, end, row, depth, isPlain };
}

/** What the decoder, which gives nothing of a part, can read of it. */
function readableOf(bytes: Uint8Array, layout: Layout): { readonly bytes: Uint8Array; readonly isCut: boolean } {
  const { start, end, isPlain } = layout;
  if (isPlain) {
    // Some writers leave out what fills up the last row.
    const isCut = end - bytes.length >= 4 || arePixelsCut(bytes, start, Math.min(end, bytes.length));
    return { bytes: filledUp(bytes, layout), isCut };
  }
  const runs = endOfRuns(bytes, layout);
  return { bytes: bytes.subarray(0, runs.end), isCut: !runs.isWhole || isPartCut(bytes, start, end) };
}

/** A file that ends within its pixels, but not within their first row, with zeros for the rest. */
function filledUp(bytes: Uint8Array, { start, end, row, width }: Layout): Uint8Array {
  const isPart = bytes.length < end && bytes.length >= start + row && row <= 4 * width;
  if (!isPart) return bytes;
  const whole = new Uint8Array(end);
  whole.set(bytes);
  return whole;
}

export interface Icon {
  /** A PNG instead of a BMP. */
  readonly isPng: boolean;
  /** A file of its own. */
  readonly file: Uint8Array;
  /** Pictures in the icon; the same one in several sizes, as a rule. */
  readonly pictures: number;
}

/** Six bytes of head, then 16 for each picture: the sides, 0 for 256, and at byte 8 length and place. */
const ICON_HEAD = 6;
const ICON_ENTRY = 16;

/** The largest picture of an ICO by its sides, then by its length. @throws PhotoError `corrupt` */
export function largestOfIcon(bytes: Uint8Array): Icon {
  const view = viewOf(bytes);
  const pictures = bytes.length >= ICON_HEAD ? view.getUint16(4, true) : 0;
  let best: { start: number; length: number; side: number } | null = null;
  for (let at = ICON_HEAD, left = pictures; left > 0 && at + ICON_ENTRY <= bytes.length; left--, at += ICON_ENTRY) {
    const side = view.getUint8(at) || 256;
    const [length, start] = [view.getUint32(at + 8, true), view.getUint32(at + 12, true)];
    if (start + length > bytes.length || length < 40) continue;
    if (!best || side > best.side || (side === best.side && length > best.length)) best = { start, length, side };
  }
  if (!best) throw new PhotoError('corrupt');
  const part = bytes.subarray(best.start, best.start + best.length);
  return asciiAt(part, 1, 3) === 'PNG'
    ? { isPng: true, file: part, pictures }
    : { isPng: false, file: withFileHead(part), pictures };
}

/** The bitmap of an icon as a file: its height counts the mask below it too, which is left out. */
function withFileHead(part: Uint8Array): Uint8Array {
  const body = Buffer.from(part);
  const [headBytes, depth, colours] = [body.readUInt32LE(0), body.readUInt16LE(14), body.readUInt32LE(32)];
  body.writeInt32LE(Math.trunc(body.readInt32LE(8) / 2), 8);
  const palette = depth <= 8 ? 4 * (colours || 2 ** depth) : 0;
  const head = Buffer.alloc(FILE_HEAD);
  head.write('BM');
  head.writeUInt32LE(FILE_HEAD + body.length, 2);
  head.writeUInt32LE(Math.min(0xffffffff, FILE_HEAD + headBytes + palette), 10);
  return Buffer.concat([head, body]);
}
