// Finds the further pictures that a file carries beside its own: by the places that its structure names, never by searching bytes.

import type { FormatReader } from '../formats/format.js';
import type { Hidden } from '../formats/heif/hidden-images.js';
import { JPEG } from '../formats/jpeg/index.js';
import type { Block } from '../formats/metadata-block.js';
import { photoshopBlocks } from '../formats/psd/resources.js';
import { readTiff } from '../formats/tiff/exif.js';
import type { ComparedPicture } from '../types/photo.js';

export interface EmbeddedPicture extends Pick<ComparedPicture, 'what' | 'offset' | 'bytes'> {
  readonly mediaType: string;
  /** A file of its own, made when asked for. */
  readonly file: () => Uint8Array;
  /** It lies as the file's stored picture does, whose orientation turns it too. */
  readonly hasStoredOrientation: boolean;
  /** What the file's own picture does not show of it; null where that must be found by comparing. */
  readonly hidden: Hidden | null;
  /** It may lie as any quarter turn of the picture does: nothing says which. */
  readonly isRotationUnknown: boolean;
}

/** A smaller JPEG as the file names it: what lies there may be anything, as programs that take a thumbnail out often leave its entry. */
export interface NamedEmbedded {
  readonly what: 'thumbnail' | 'preview';
  readonly bytes: Uint8Array;
  readonly offset: number | null;
  readonly isPicture: boolean;
}

/** Pictures that are looked at in one file; no camera writes more than four. */
const MAX_PICTURES = 6;

/** In the order in which they are named. What is named but not there is left out. */
export function findPictures(file: Uint8Array, mediaType: string, reader: FormatReader): readonly EmbeddedPicture[] {
  const named = findNamedPictures(file, reader).filter(({ isPicture }) => isPicture);
  const stored = storedIn(file, mediaType, reader);
  const byPlace = new Map<unknown, EmbeddedPicture>();
  for (const { what, bytes, offset } of named) {
    byPlace.set(offset ?? bytes, {
      ...{ what, offset, bytes: bytes.length, mediaType: JPEG, file: () => bytes, hidden: null },
      hasStoredOrientation: reader.orientedBy === 'exif',
      isRotationUnknown: reader.orientedBy === 'itself',
    });
  }
  for (const picture of stored) byPlace.set(picture.offset, picture);
  return [...byPlace.values()].slice(0, MAX_PICTURES);
}

/** All that lie inside the file, whether a picture is there or not. */
export function findNamedPictures(file: Uint8Array, reader: FormatReader): readonly NamedEmbedded[] {
  const byPlace = new Map<unknown, NamedEmbedded>();
  for (const { what, bytes } of named(file, reader)) {
    const offset = bytes.buffer === file.buffer ? bytes.byteOffset - file.byteOffset : null;
    if (bytes.length === 0 || offset === 0) continue;
    const isPicture = bytes[0] === 0xff && bytes[1] === 0xd8;
    byPlace.set(offset ?? bytes, { what, bytes, offset, isPicture });
  }
  return [...byPlace.values()].slice(0, MAX_PICTURES);
}

/** Broken boxes are told by whoever looks for hidden parts; what they name is then not known. */
function storedIn(file: Uint8Array, mediaType: string, reader: FormatReader): readonly EmbeddedPicture[] {
  try {
    return (reader.storedPictures?.(file) ?? []).map(({ what, offset, bytes, type, shown, hidden, isUnturned }) => ({
      ...{ what, offset, bytes, hidden, isRotationUnknown: isUnturned, file: shown, hasStoredOrientation: false },
      mediaType: type === 'jpeg' ? JPEG : mediaType,
    }));
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

type Part = Pick<NamedEmbedded, 'what' | 'bytes'>;

function* named(file: Uint8Array, { blocks, namedPictures, hasPages }: FormatReader): Generator<Part> {
  if (blocks) yield* untilDamage(ofBlocks(file, hasPages === true, untilDamage(blocks(file))));
  for (const bytes of namedPictures?.(file) ?? []) yield { what: 'preview', bytes };
}

/** Damage ends the search; the reader of metadata says that it is there. */
function* untilDamage<T>(found: Iterable<T>): Generator<T> {
  try {
    yield* found;
  } catch {}
}

function* ofBlocks(file: Uint8Array, hasPages: boolean, blocks: Iterable<Block>): Generator<Part> {
  for (const block of blocks) {
    if (block.kind === 'picture') yield block;
    else if (block.kind === 'photoshop') yield* ofBlocks(file, hasPages, untilDamage(photoshopBlocks(block.bytes)));
    else if (block.kind === 'tiff') yield* untilDamage(ofTiff(file, hasPages, block));
  }
}

function* ofTiff(file: Uint8Array, hasPages: boolean, block: Extract<Block, { kind: 'tiff' }>): Generator<Part> {
  const { pictures, blocks } = readTiff(block);
  // Makers name pictures behind the block, too.
  const isInFile = block.bytes.buffer === file.buffer;
  const [room, base] = isInFile ? [file, block.bytes.byteOffset - file.byteOffset] : [block.bytes, 0];
  for (const { what, start, length, isCopy } of pictures) {
    const isPage = hasPages && !isCopy;
    if (!isPage) yield { what, bytes: room.subarray(base + start, base + start + length) };
  }
  yield* ofBlocks(file, hasPages, blocks);
}
