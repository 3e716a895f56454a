// Finds the further pictures that a file carries beside its own: by the places that its structure names, never by searching bytes.

import { findBlocks } from '../formats/find-blocks.js';
import { type Hidden, storedPictures } from '../formats/heif/hidden-images.js';
import { listSegments } from '../formats/jpeg/blocks.js';
import { indexedPictures } from '../formats/jpeg/mpf.js';
import type { Block } from '../formats/metadata-block.js';
import { photoshopBlocks } from '../formats/psd/resources.js';
import { readTiff } from '../formats/tiff/exif.js';

export interface EmbeddedPicture {
  /** `stored picture`: the file's own, or a layer of it, of which the file hides a part. */
  readonly what: 'thumbnail' | 'preview' | 'stored picture';
  /** Of its data: the first byte in the file, null where it lies in a compressed or coded part of it, and the length. */
  readonly offset: number | null;
  readonly bytes: number;
  readonly mediaType: string;
  /** A file of its own, made when asked for. */
  readonly file: () => Uint8Array;
  /** It lies as the file's stored picture does, whose orientation turns it too. */
  readonly liesAsStored: boolean;
  /** What the file's own picture does not show of it; null where that must be found by comparing. */
  readonly hidden: Hidden | null;
  /** It may lie as any quarter turn of the picture does: nothing says which. */
  readonly isUnturned: boolean;
}

/** A smaller JPEG as the file names it: what lies there may be anything, as programs that take a thumbnail out often leave its entry. */
export interface NamedEmbedded {
  readonly what: 'thumbnail' | 'preview';
  readonly bytes: Uint8Array;
  readonly offset: number | null;
  readonly isPicture: boolean;
}

const APP2 = 0xe2;

/** Pictures that are looked at in one file; no camera writes more than four. */
const MAX_PICTURES = 6;

/** Kinds whose pictures are turned by the orientation in EXIF. */
const TURNED_BY_EXIF = new Set(['image/jpeg', 'image/tiff', 'image/png', 'image/webp']);
const HEIF = new Set(['image/heic', 'image/heif', 'image/avif']);
/** Kinds that turn their picture by themselves, whatever EXIF says of the small copy in it. */
const TURNED_BY_ITSELF = new Set([...HEIF, 'image/jxl']);

/** In the order in which they are named. What is named but not there is left out. */
export function findEmbedded(file: Uint8Array, mediaType: string): readonly EmbeddedPicture[] {
  const named = findNamed(file, mediaType).filter(({ isPicture }) => isPicture);
  const stored = HEIF.has(mediaType) ? ofHeif(file, mediaType) : [];
  const byPlace = new Map<unknown, EmbeddedPicture>();
  for (const { what, bytes, offset } of named) {
    byPlace.set(offset ?? bytes, {
      ...{ what, offset, bytes: bytes.length, mediaType: 'image/jpeg', file: () => bytes, hidden: null },
      liesAsStored: TURNED_BY_EXIF.has(mediaType),
      isUnturned: TURNED_BY_ITSELF.has(mediaType),
    });
  }
  for (const picture of stored) byPlace.set(picture.offset, picture);
  return [...byPlace.values()].slice(0, MAX_PICTURES);
}

/** All that lie inside the file, whether a picture is there or not. */
export function findNamed(file: Uint8Array, mediaType: string): readonly NamedEmbedded[] {
  const byPlace = new Map<unknown, NamedEmbedded>();
  for (const { what, bytes } of named(file, mediaType)) {
    const offset = bytes.buffer === file.buffer ? bytes.byteOffset - file.byteOffset : null;
    if (bytes.length === 0 || offset === 0) continue;
    const isPicture = bytes[0] === 0xff && bytes[1] === 0xd8;
    byPlace.set(offset ?? bytes, { what, bytes, offset, isPicture });
  }
  return [...byPlace.values()].slice(0, MAX_PICTURES);
}

/** Broken boxes are told by whoever looks for hidden parts; what they name is then not known. */
function ofHeif(file: Uint8Array, mediaType: string): readonly EmbeddedPicture[] {
  try {
    return storedPictures(file).map(({ what, offset, bytes, type, shown, hidden, isUnturned }) => ({
      ...{ what, offset, bytes, hidden, isUnturned, file: shown, liesAsStored: false },
      mediaType: type === 'jpeg' ? 'image/jpeg' : mediaType,
    }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

type Part = Pick<NamedEmbedded, 'what' | 'bytes'>;

function* named(file: Uint8Array, mediaType: string): Generator<Part> {
  yield* untilDamage(ofBlocks(file, mediaType, untilDamage(findBlocks(file, mediaType))));
  if (mediaType !== 'image/jpeg') return;
  for (const { marker, data } of listSegments(file).segments) if (marker === APP2) yield* ofIndex(file, data);
}

/** Damage ends the search; the reader of metadata says that it is there. */
function* untilDamage<T>(found: Generator<T>): Generator<T> {
  try {
    yield* found;
  } catch {}
}

function* ofBlocks(file: Uint8Array, mediaType: string, blocks: Iterable<Block>): Generator<Part> {
  for (const block of blocks) {
    if (block.kind === 'picture') yield block;
    else if (block.kind === 'photoshop') yield* ofBlocks(file, mediaType, untilDamage(photoshopBlocks(block.bytes)));
    else if (block.kind === 'tiff') yield* untilDamage(ofTiff(file, mediaType, block));
  }
}

function* ofTiff(file: Uint8Array, mediaType: string, block: Extract<Block, { kind: 'tiff' }>): Generator<Part> {
  const { pictures, blocks } = readTiff(block);
  // Makers name pictures behind the block, too.
  const isInFile = block.bytes.buffer === file.buffer;
  const [room, base] = isInFile ? [file, block.bytes.byteOffset - file.byteOffset] : [block.bytes, 0];
  for (const { what, start, length, isCopy } of pictures) {
    const isPage = mediaType === 'image/tiff' && !isCopy;
    if (!isPage) yield { what, bytes: room.subarray(base + start, base + start + length) };
  }
  yield* ofBlocks(file, mediaType, blocks);
}

function* ofIndex(file: Uint8Array, data: Uint8Array): Generator<Part> {
  const segment = data.byteOffset - file.byteOffset;
  for (const { start, bytes, isSmallerCopy } of indexedPictures(file, { start: segment, end: segment + data.length })) {
    if (isSmallerCopy) yield { what: 'preview', bytes: file.subarray(start, start + bytes) };
  }
}
