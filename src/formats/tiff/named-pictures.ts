// Thumbnails and previews that a TIFF directory names, by place: whether a picture lies there is for whoever looks.
import { type Field, numbersOf, type TiffBlock } from './directories.js';

export interface NamedPicture {
  readonly what: 'thumbnail' | 'preview';
  /** Bytes from the start of the block; makers also name pictures behind it. */
  readonly start: number;
  readonly length: number;
  /** It is not the block's own picture: the file says so, or there is no other place for one. Of RAW files and TIFF pages that is open. */
  readonly isCopy: boolean;
}

/** Exif 3.0, section 4.5.5: place and length of a thumbnail; TIFF 6.0 uses the same numbers for its old form of JPEG. */
const JPEG_START = 0x0201;
const JPEG_LENGTH = 0x0202;
/** TIFF 6.0, NewSubfileType: bit 0 says "a reduced version of another picture in this file"; without it a directory is a page. */
const SUBFILE_TYPE = 0x00fe;
const COMPRESSION = 0x0103;
const JPEG_KINDS = new Set([6, 7]);
const STRIP_STARTS = 0x0111;
const STRIP_LENGTHS = 0x0117;
/** Panasonic's RAW: a whole JPEG as a value. */
const JPEG_VALUE = 0x002e;

interface Where {
  /** The directory is the block's first. */
  readonly isFirst: boolean;
  readonly isWholeFile: boolean;
}

/** JPEGs only; a strip counts where the directory or its first bytes say that it is one. */
export function picturesOf(block: TiffBlock, fields: readonly Field[], where: Where): readonly NamedPicture[] {
  const { bytes, isLittle } = block;
  const number = (tag: number): number => {
    const field = fields.find((one) => one.tag === tag);
    return (field?.count === 1 ? numbersOf(field, isLittle, 1)[0] : undefined) ?? 0;
  };
  const isCopy = where.isWholeFile ? (number(SUBFILE_TYPE) & 1) === 1 : !where.isFirst;
  const what = where.isWholeFile ? 'preview' : 'thumbnail';
  const strip = number(STRIP_STARTS);
  // A copy in a RAW file or a DNG is a whole JPEG in one strip.
  const isJpegCoded = isCopy && JPEG_KINDS.has(number(COMPRESSION));
  const value = fields.find(({ tag, bytes: inside }) => tag === JPEG_VALUE && isJpeg(inside))?.bytes;
  const places = [
    { start: number(JPEG_START), length: number(JPEG_LENGTH) },
    {
      start: where.isWholeFile && (isJpegCoded || isJpeg(bytes.subarray(strip))) ? strip : 0,
      length: number(STRIP_LENGTHS),
    },
    ...(value ? [{ start: value.byteOffset - bytes.byteOffset, length: value.length }] : []),
  ];
  return places.flatMap(({ start, length }) => (start > 0 && length > 0 ? [{ what, start, length, isCopy }] : []));
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}
