// Finds the smaller pictures that a JPEG or TIFF carries beside its own: by the places that its structure names, never by searching bytes.
import { indexedPictures } from '../../container/multi-picture.js';
import { asciiAt, viewOf } from '../../metadata/block.js';
import { listSegments } from '../../metadata/blocks/jpeg.js';
import { directoryEntries, directoryStarts } from './tiff-entries.js';

export interface EmbeddedPicture {
  readonly what: 'thumbnail' | 'preview';
  /** A JPEG of its own. */
  readonly bytes: Uint8Array;
  /** Bytes from the start of the file. */
  readonly offset: number;
}

const APP1 = 0xe1;
const APP2 = 0xe2;
const APP13 = 0xed;
const EXIF = 'Exif\0';
const PHOTOSHOP = 'Photoshop 3.0\0';

/** Exif 2.32, table 21: place and length of a thumbnail; TIFF 6.0 uses the same numbers for its old form of JPEG. */
const JPEG_START = 0x0201;
const JPEG_LENGTH = 0x0202;
/** TIFF 6.0, NewSubfileType: bit 0 says "a reduced version of another picture in this file"; without it a directory is a page. */
const SUBFILE_TYPE = 0x00fe;

/** Photoshop's resource of a thumbnail as JPEG: 28 bytes of head come first (Adobe, "Photoshop File Formats Specification"). */
const PS_THUMBNAIL = 0x040c;
const PS_THUMBNAIL_HEAD = 28;

/** Pictures that are looked at in one file; no camera writes more than three. */
const MAX_PICTURES = 6;

/** In the order in which they are named; parts of the file only, nothing is copied. What is named but not there is left out. */
export function findEmbedded(file: Uint8Array, mediaType: string): readonly EmbeddedPicture[] {
  const found = [...(mediaType === 'image/jpeg' ? ofJpeg(file) : mediaType === 'image/tiff' ? ofTiff(file) : [])];
  const byPlace = new Map(found.map((picture) => [picture.offset, picture]));
  return [...byPlace.values()].slice(0, MAX_PICTURES);
}

function* ofJpeg(file: Uint8Array): Generator<EmbeddedPicture> {
  for (const { marker, data } of listSegments(file).segments) {
    if (marker === APP1 && asciiAt(data, 0, EXIF.length) === EXIF) yield* ofExif(file, data.subarray(EXIF.length + 1));
    if (marker === APP2) yield* ofIndex(file, data);
    if (marker === APP13 && asciiAt(data, 0, PHOTOSHOP.length) === PHOTOSHOP) {
      yield* ofPhotoshop(file, data.subarray(PHOTOSHOP.length));
    }
  }
}

/** The second directory is the thumbnail's. */
function* ofExif(file: Uint8Array, block: Uint8Array): Generator<EmbeddedPicture> {
  for (const start of directoryStarts(block).slice(1)) {
    yield* named(file, 'thumbnail', block, directoryEntries(block, start));
  }
}

function* ofTiff(file: Uint8Array): Generator<EmbeddedPicture> {
  for (const start of directoryStarts(file)) {
    const entries = directoryEntries(file, start);
    if (((entries.get(SUBFILE_TYPE)?.value ?? 0) & 1) === 1) yield* named(file, 'preview', file, entries);
  }
}

function* named(
  file: Uint8Array,
  what: EmbeddedPicture['what'],
  block: Uint8Array,
  entries: ReturnType<typeof directoryEntries>,
): Generator<EmbeddedPicture> {
  const start = entries.get(JPEG_START)?.value;
  const length = entries.get(JPEG_LENGTH)?.value;
  if (start !== undefined && length !== undefined) yield* part(file, what, block.subarray(start, start + length));
}

function* ofIndex(file: Uint8Array, data: Uint8Array): Generator<EmbeddedPicture> {
  const segment = data.byteOffset - file.byteOffset;
  for (const { start, bytes, isSmallerCopy } of indexedPictures(file, { start: segment, end: segment + data.length })) {
    if (isSmallerCopy) yield* part(file, 'preview', file.subarray(start, start + bytes));
  }
}

/** A thumbnail fits into one segment; one that runs on into the next is not put together. */
function* ofPhotoshop(file: Uint8Array, resources: Uint8Array): Generator<EmbeddedPicture> {
  const view = viewOf(resources);
  for (let at = 0; at + 12 <= resources.length; ) {
    // Number, then a name with its length byte, padded to an even number, then the length.
    const start = at + 6 + ((view.getUint8(at + 6) + 2) & ~1) + 4;
    if (start > resources.length) return;
    const size = view.getUint32(start - 4);
    const isThumbnail = asciiAt(resources, at, 4) === '8BIM' && view.getUint16(at + 4) === PS_THUMBNAIL;
    if (isThumbnail) yield* part(file, 'thumbnail', resources.subarray(start + PS_THUMBNAIL_HEAD, start + size));
    at = start + size + (size % 2);
  }
}

/** Nothing where no JPEG begins there: programs that take a thumbnail out often leave its entry. */
function* part(file: Uint8Array, what: EmbeddedPicture['what'], bytes: Uint8Array): Generator<EmbeddedPicture> {
  const offset = bytes.byteOffset - file.byteOffset;
  if (offset > 0 && bytes[0] === 0xff && bytes[1] === 0xd8) yield { what, bytes, offset };
}
