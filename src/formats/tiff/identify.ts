// TIFF files: a plain picture, or the RAW photo of a camera. The first directory tells, whatever the file is called.
// Texts are bytes as characters 0..255; reading beyond their end gives NaN, never an error.
import { ANY_RAW, TIFF_RAW, tiffRawByExtension } from '../raw/media-types.js';

export const TIFF = 'image/tiff';

/** Little- and big-endian, classic (42) and BigTIFF (43, with 8-byte offsets). */
const BEGINNINGS = ['II*\0', 'MM\0*', 'II+\0\x08\0\0\0', 'MM\0+\0\x08\0\0'];

/** Tags by number: TIFF 6.0, TIFF/EP (ISO 12234-2), Adobe's DNG specification. */
const NEW_SUBFILE_TYPE = 0xfe;
const PHOTOMETRIC_INTERPRETATION = 0x106;
const SUB_IFDS = 0x14a;
const DNG_VERSION = 0xc612;

/** The type of a 2-byte value. */
const SHORT = 3;

/** Values of PhotometricInterpretation that only sensor data have: colour filter array, LinearRaw. */
const SENSOR_DATA: ReadonlySet<number> = new Set([32803, 34892]);

export function isTiff(text: string): boolean {
  return BEGINNINGS.some((beginning) => text.startsWith(beginning));
}

interface Layout {
  readonly isLittle: boolean;
  /** Bytes of the number of entries, of one entry, and from an entry's start to its value. */
  readonly countBytes: number;
  readonly entryBytes: number;
  readonly valueAt: number;
  /** Of the first directory, in bytes from the start of the file. */
  readonly directoryAt: number;
}

function layoutOf(head: string): Layout {
  const isLittle = head.startsWith('I');
  return head.slice(2, 4).includes('+')
    ? { isLittle, countBytes: 8, entryBytes: 20, valueAt: 12, directoryAt: uint(head, 8, 8, isLittle) }
    : { isLittle, countBytes: 2, entryBytes: 12, valueAt: 8, directoryAt: uint(head, 4, 4, isLittle) };
}

/** Unsigned; above 2 ** 53 not exact, which no offset in a real file is. */
function uint(text: string, at: number, bytes: number, isLittle: boolean): number {
  let value = 0;
  for (let i = 0; i < bytes; i++) value = value * 256 + text.charCodeAt(isLittle ? at + bytes - 1 - i : at + i);
  return value;
}

/** Where in the file the first directory lies, in bytes, if it is not whole in `head`; else null. Takes a TIFF. */
export function directoryOutside(head: string): number | null {
  const layout = layoutOf(head);
  const { directoryAt, countBytes, entryBytes } = layout;
  const entries = uint(head, directoryAt, countBytes, layout.isLittle);
  const isInside = directoryAt + countBytes + entries * entryBytes <= head.length;
  return isInside || Number.isNaN(directoryAt) ? null : directoryAt;
}

/** Media type of a TIFF. `directory` is the text from where its first directory begins, if that is not in `head`. */
export function tiffType(head: string, extension: string, directory: string | undefined): string {
  if (head.startsWith('CR\x02', 8)) return TIFF_RAW.cr2;
  if (/^IIII|^MMMM/.test(head.slice(8, 12))) return TIFF_RAW.iiq;
  const layout = layoutOf(head);
  const tags = tagsOf(directory ?? head.slice(layout.directoryAt), layout);
  if (tags.has(DNG_VERSION)) return TIFF_RAW.dng;
  const named = tiffRawByExtension(extension);
  if (named !== null) return named;
  // The first picture of a NEF, ARW or SRW is a thumbnail and the photo hangs below it; of a plain TIFF it is the picture itself.
  const isThumbnailFirst = tags.has(SUB_IFDS) && ((tags.get(NEW_SUBFILE_TYPE) ?? 0) & 1) === 1;
  const isSensorData = SENSOR_DATA.has(tags.get(PHOTOMETRIC_INTERPRETATION) ?? 0);
  return isThumbnailFirst || isSensorData ? ANY_RAW : TIFF;
}

/** Tags of the first directory that can be read, each with its value if that is a single short or long. */
function tagsOf(directory: string, { isLittle, countBytes, entryBytes, valueAt }: Layout): ReadonlyMap<number, number> {
  const tags = new Map<number, number>();
  const entries = uint(directory, 0, countBytes, isLittle);
  for (let i = 0; i < entries; i++) {
    const at = countBytes + i * entryBytes;
    if (at + entryBytes > directory.length) break;
    const isShort = uint(directory, at + 2, 2, isLittle) === SHORT;
    tags.set(uint(directory, at, 2, isLittle), uint(directory, at + valueAt, isShort ? 2 : 4, isLittle));
  }
  return tags;
}
