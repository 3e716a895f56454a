// Finds the further pictures in a file by the offsets that its structure names, never by searching
// bytes.

import type { FormatReader } from '../formats/format.js';
import type { Hidden } from '../formats/heif/hidden-images.js';
import { JPEG } from '../formats/jpeg/index.js';
import type { Block } from '../formats/metadata-block.js';
import { photoshopBlocks } from '../formats/psd/resources.js';
import { readTiff } from '../formats/tiff/exif.js';
import type { ComparedPicture } from '../types/photo.js';

export interface EmbeddedPicture extends Pick<ComparedPicture, 'what' | 'offset' | 'bytes'> {
  readonly mediaType: string;
  /** A file of its own, made on request. */
  readonly file: () => Uint8Array;
  /**
   * It is stored with the same rotation as the main picture, so that the main orientation applies
   * to it, too.
   */
  readonly hasStoredOrientation: boolean;
  /**
   * The parts of it that the main picture does not show; null where only a comparison can find
   * them.
   */
  readonly hidden: Hidden | null;
  /** It may have any rotation by 90 degrees relative to the main picture: nothing states which. */
  readonly isRotationUnknown: boolean;
}

/**
 * A smaller JPEG, as the file names it. The bytes may be anything: programs that remove a thumbnail
 * often leave its entry.
 */
export interface NamedEmbedded {
  readonly what: 'thumbnail' | 'preview';
  readonly bytes: Uint8Array;
  readonly offset: number | null;
  readonly isPicture: boolean;
}

/** Pictures that are examined in one file. No camera writes more than four. */
const MAX_PICTURES = 6;

/** In the order in which the file names them. Entries without a picture are skipped. */
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

/** All that are inside the file, whether or not their bytes are a picture. */
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

/**
 * Broken boxes are reported by the search for attachments. The pictures in them are then unknown.
 */
function storedIn(file: Uint8Array, mediaType: string, reader: FormatReader): readonly EmbeddedPicture[] {
  try {
    return (reader.storedPictures?.(file) ?? []).map(
      ({ what, offset, bytes, type, shown, hidden, isRotationMissing }) => ({
        ...{
          what,
          offset,
          bytes,
          hidden,
          isRotationUnknown: isRotationMissing,
          file: shown,
          hasStoredOrientation: false,
        },
        mediaType: type === 'jpeg' ? JPEG : mediaType,
      }),
    );
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

/** Damage ends the search. The metadata reader reports it. */
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
  // Camera makers also name pictures after the block.
  const isInFile = block.bytes.buffer === file.buffer;
  const [room, base] = isInFile ? [file, block.bytes.byteOffset - file.byteOffset] : [block.bytes, 0];
  for (const { what, start, length, isCopy } of pictures) {
    const isPage = hasPages && !isCopy;
    if (!isPage) yield { what, bytes: room.subarray(base + start, base + start + length) };
  }
  yield* ofBlocks(file, hasPages, blocks);
}
