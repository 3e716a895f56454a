// What a TIFF carries besides its pages: data after the last byte that any of its directories
// refers to.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { trailingData } from '../trailers/trailing-data.js';
import { type Directory, openTiff, readDirectory, type TiffBlock, walkDirectories } from './directories.js';
import type { TiffField } from './field.js';
import { isTiffLike } from './file-blocks.js';

const [WIDTH, HEIGHT] = [0x0100, 0x0101];
/** Offsets and lengths in bytes: of strips, of tiles, and of a JPEG (TIFF 6.0). */
const RANGES = [
  [0x0111, 0x0117],
  [0x0144, 0x0145],
  [0x0201, 0x0202],
] as const;
/** Directories that hold no tag of interest (Exif 3.0, section 4.6.3). */
const INTEROPERABILITY = 0xa005;

/** Strips of one row in the largest picture that is decoded. */
const MAX_PARTS = 100_000;

/**
 * None where a directory cannot be read: that is reported with the metadata.
 * @throws PhotoError `structure-broken` where a directory does not state how long its picture is
 */
export function tiffAttachments(bytes: Uint8Array): readonly Attachment[] {
  const block = isTiffLike(bytes) ? openTiff(bytes) : null;
  if (!block) return [];
  let [end, width, height] = [0, 0, 0];
  for (const { isFirst, ...directory } of walkDirectories(block)) {
    if (directory.end === 0) return [];
    const number = (tag: number) => fieldOf(directory, tag)?.number ?? 0;
    if (isFirst) [width, height] = [number(WIDTH), number(HEIGHT)];
    end = Math.max(end, endOf(directory), ...interoperability(block, directory).map(endOf));
  }
  if (end === Number.POSITIVE_INFINITY) throw new PhotoError('structure-broken');
  const file = readerOf(bytes);
  return end > 0 && end < file.length ? trailingData(file, end, { width, height, index: null }) : [];
}

function fieldOf({ fields }: Pick<Directory, 'fields'>, wanted: number): TiffField | undefined {
  return fields.find(({ tag }) => tag === wanted);
}

function interoperability(block: TiffBlock, directory: Directory): Directory[] {
  const start = fieldOf(directory, INTEROPERABILITY)?.number;
  return start === undefined ? [] : [readDirectory(block, start)];
}

/** Offset after its table, its values and its pictures. */
function endOf(directory: Directory): number {
  const values = directory.fields.map((field) => (field.isInline ? 0 : field.end));
  const pictures = RANGES.map(([starts, lengths]) => endOfParts(directory, starts, lengths));
  return Math.max(directory.end, ...values, ...pictures);
}

/** Infinite without the lengths. */
function endOfParts(directory: Directory, startTag: number, lengthTag: number): number {
  const starts = fieldOf(directory, startTag)?.numbers(MAX_PARTS) ?? [];
  const lengths = fieldOf(directory, lengthTag)?.numbers(MAX_PARTS) ?? [];
  return starts.reduce((end, start, index) => Math.max(end, start + (lengths[index] ?? Number.POSITIVE_INFINITY)), 0);
}
