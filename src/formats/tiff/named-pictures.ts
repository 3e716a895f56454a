// Thumbnails and previews that a TIFF directory names, by range. The caller has to check that the
// bytes are a picture.
import type { ByteReader } from '../byte-reader.js';
import type { TiffField } from './field.js';

export interface NamedPicture {
  readonly what: 'thumbnail' | 'preview';
  /** Bytes from the start of the block. Camera makers also name pictures after it. */
  readonly start: number;
  readonly length: number;
  /**
   * It is not the main picture: the file states so, or the entry cannot mean anything else. For RAW
   * files and pages of a TIFF that is open.
   */
  readonly isCopy: boolean;
}

/**
 * Exif 3.0, section 4.5.5: offset and length of a thumbnail. TIFF 6.0 uses the same tags for its
 * old form of JPEG.
 */
const JPEG_START = 0x0201;
const JPEG_LENGTH = 0x0202;
/**
 * TIFF 6.0, NewSubfileType: bit 0 marks a smaller version of another picture in the file. Without
 * it, the directory is a page.
 */
const SUBFILE_TYPE = 0x00fe;
const COMPRESSION = 0x0103;
/** Values of Compression for JPEG: the old form, which Canon uses, and the new one. */
const JPEG_KINDS = new Set([6, 7]);
const STRIP_STARTS = 0x0111;
const STRIP_LENGTHS = 0x0117;
/** Panasonic's RAW: a whole JPEG as a value (JpgFromRaw, as ExifTool documents it). */
const JPEG_VALUE = 0x002e;

interface Where {
  /** The directory is the first of the block. */
  readonly isFirst: boolean;
  readonly isWholeFile: boolean;
}

/**
 * Returns JPEGs only. A strip counts where the directory or its first bytes show that it is a JPEG.
 */
export function picturesOf(
  block: ByteReader,
  fields: readonly TiffField[],
  { isFirst, isWholeFile }: Where,
): readonly NamedPicture[] {
  const number = (tag: number): number => {
    const field = fields.find((one) => one.tag === tag);
    return (field?.count === 1 ? field.number : undefined) ?? 0;
  };
  const isCopy = isWholeFile ? (number(SUBFILE_TYPE) & 1) === 1 : !isFirst;
  const what = isWholeFile ? 'preview' : 'thumbnail';
  const strip = number(STRIP_STARTS);
  // A copy in a RAW file or a DNG is a whole JPEG in one strip.
  const isJpegCoded = isCopy && JPEG_KINDS.has(number(COMPRESSION));
  const isStrip = isWholeFile && (isJpegCoded || isJpegAt(block, strip));
  const value = fields.find(({ tag, start, length }) => tag === JPEG_VALUE && length > 1 && isJpegAt(block, start));
  const ranges = [
    { start: number(JPEG_START), length: number(JPEG_LENGTH) },
    { start: isStrip ? strip : 0, length: number(STRIP_LENGTHS) },
    ...(value ? [value] : []),
  ];
  return ranges.flatMap(({ start, length }) => (start > 0 && length > 0 ? [{ what, start, length, isCopy }] : []));
}

function isJpegAt(block: ByteReader, at: number): boolean {
  return block.has(at, 2) && block.u8(at) === 0xff && block.u8(at + 1) === 0xd8;
}
