// Identifies TIFF files: a plain picture, or the RAW photo of a camera. The first directory
// decides, whatever the name of the file.
import { type ByteReader, readerOf } from '../byte-reader.js';
import type { FileHead } from '../format.js';
import { ANY_RAW, TIFF_RAW, tiffRawByExtension } from '../raw/media-types.js';
import { inMarkedOrder } from './byte-order.js';
import { BIG, CLASSIC, readDirectory, type TiffBlock, tiffBlock } from './directories.js';

export const TIFF = 'image/tiff';

/** Little- and big-endian, classic (42) and BigTIFF (43, with 8-byte offsets). */
const CLASSIC_BEGINNINGS = ['II*\0', 'MM\0*'];
const BIG_BEGINNINGS = ['II+\0\x08\0\0\0', 'MM\0+\0\x08\0\0'];
const BEGINNINGS = [...CLASSIC_BEGINNINGS, ...BIG_BEGINNINGS];

/** Tags by number: TIFF 6.0, TIFF/EP (ISO 12234-2), Adobe's DNG specification. */
const NEW_SUBFILE_TYPE = 0xfe;
const PHOTOMETRIC_INTERPRETATION = 0x106;
const SUB_IFDS = 0x14a;
const DNG_VERSION = 0xc612;

/**
 * Values of PhotometricInterpretation that only sensor data has: colour filter array, LinearRaw.
 */
const SENSOR_DATA: ReadonlySet<number> = new Set([32803, 34892]);

export function isTiff(text: string): boolean {
  return BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

interface Header {
  /** The known bytes of the file, in its byte order. */
  readonly reader: ByteReader;
  readonly sizes: TiffBlock['sizes'];
  /** Offset of the first directory, in bytes from the start of the file. */
  readonly directoryAt: number;
}

/** Null where the header breaks off. */
function headerOf(bytes: Uint8Array): Header | null {
  const reader = inMarkedOrder(readerOf(bytes), 0);
  if (!reader) return null;
  const isBig = BIG_BEGINNINGS.includes(reader.latin1(0, 8));
  const [sizes, at] = isBig ? [BIG, 8] : [CLASSIC, 4];
  return reader.has(at, sizes.offset) ? { reader, sizes, directoryAt: reader.uint(at, sizes.offset) } : null;
}

/**
 * Offset in bytes of the first directory, if it is not whole in `head`; else null. `head` must be
 * that of a TIFF.
 */
export function directoryOutside(head: Uint8Array): number | null {
  const header = headerOf(head);
  if (!header) return null;
  const { reader, sizes, directoryAt } = header;
  const isCounted = reader.has(directoryAt, sizes.count);
  const entries = isCounted ? reader.uint(directoryAt, sizes.count) : 0;
  const isInside = isCounted && reader.has(directoryAt + sizes.count, entries * (4 + 2 * sizes.offset));
  return isInside ? null : directoryAt;
}

/** Media type of a TIFF. */
export function tiffType({ bytes, text, extension, directory }: FileHead): string {
  if (text.startsWith('CR\x02', 8)) return TIFF_RAW.cr2;
  if (/^IIII|^MMMM/.test(text.slice(8, 12))) return TIFF_RAW.iiq;
  const tags = firstTags(bytes, directory);
  if (tags.has(DNG_VERSION)) return TIFF_RAW.dng;
  const named = tiffRawByExtension(extension);
  if (named !== null) return named;
  // In a NEF, ARW or SRW, the first picture is a thumbnail, and the photo is in a directory below
  // it. In a plain TIFF, the first picture is the picture itself.
  const isThumbnailFirst = tags.has(SUB_IFDS) && ((tags.get(NEW_SUBFILE_TYPE) ?? 0) & 1) === 1;
  const isSensorData = SENSOR_DATA.has(tags.get(PHOTOMETRIC_INTERPRETATION) ?? 0);
  return isThumbnailFirst || isSensorData ? ANY_RAW : TIFF;
}

/**
 * Tags of the first directory, each with its number if the entry itself holds it; else with 0.
 * @param directory the bytes from its offset on, if it is not in `head`
 */
function firstTags(head: Uint8Array, directory: Uint8Array | undefined): ReadonlyMap<number, number> {
  const header = headerOf(head);
  if (!header) return new Map();
  const { reader, sizes, directoryAt } = header;
  const block = directory ? tiffBlock(readerOf(directory, reader.isLittle), sizes) : tiffBlock(reader, sizes);
  const { entries } = readDirectory(block, directory ? 0 : directoryAt);
  return new Map(entries.map((entry) => [entry.tag, (entry.isInline && entry.number) || 0]));
}
