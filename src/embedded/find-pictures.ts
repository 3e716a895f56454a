// Finds the further pictures in a file: those that its structure names, and those after its end.

import type { FormatReader } from '../formats/format.js';
import { beginsPicture } from '../formats/further-pictures.js';
import type { Hidden } from '../formats/heif/hidden-images.js';
import { identify } from '../formats/identify.js';
import { JPEG } from '../formats/jpeg/index.js';
import { statesOrientation } from '../formats/jpeg/with-orientation.js';
import type { Block } from '../formats/metadata-block.js';
import { picturesInText } from '../formats/pictures-in-text.js';
import { photoshopBlocks } from '../formats/psd/resources.js';
import { readTiff } from '../formats/tiff/exif.js';
import { xmpPictures } from '../formats/xmp/pictures.js';
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
  /** It shows the main picture in another way: as a gain map, by depth, or as a mask. */
  readonly isAuxiliary: boolean;
}

/**
 * A further picture, as the file names it. The bytes may be anything: programs that remove a
 * thumbnail often leave its entry.
 */
export interface NamedEmbedded {
  readonly what: 'thumbnail' | 'preview';
  readonly bytes: Uint8Array;
  readonly offset: number | null;
  readonly isPicture: boolean;
  readonly isAuxiliary: boolean;
}

/**
 * Pictures that are compared in one file. No camera writes more than four; a burst or a panorama
 * may hold some dozens, of which the rest is reported.
 */
const MAX_PICTURES = 12;

/** Bytes that decide the format of a picture. */
const HEAD = 4096;

export interface FoundPictures {
  /** In the order in which the file names them. Entries without a picture are skipped. */
  readonly pictures: readonly EmbeddedPicture[];
  /** Pictures beyond those, which are not compared. */
  readonly further: number;
}

export function findPictures(file: Uint8Array, mediaType: string, reader: FormatReader): FoundPictures {
  const byPlace = new Map<unknown, EmbeddedPicture>();
  for (const { what, bytes, offset, isAuxiliary } of allNamed(file, reader).filter(({ isPicture }) => isPicture)) {
    const type = identify(bytes.subarray(0, HEAD), '')?.mediaType ?? JPEG;
    byPlace.set(offset ?? bytes, {
      ...{ what, offset, bytes: bytes.length, mediaType: type, file: () => bytes, hidden: null, isAuxiliary },
      ...rotationOf(reader, type === JPEG ? bytes : null, what),
    });
  }
  for (const picture of storedIn(file, mediaType, reader)) byPlace.set(picture.offset, picture);
  const all = [...byPlace.values()];
  return { pictures: all.slice(0, MAX_PICTURES), further: Math.max(0, all.length - MAX_PICTURES) };
}

/**
 * A further photo states its own orientation, and keeps it. A smaller copy of the main picture may
 * state another than it has, so that each rotation is compared.
 */
function rotationOf(
  { orientedBy }: FormatReader,
  jpeg: Uint8Array | null,
  what: NamedEmbedded['what'],
): Pick<EmbeddedPicture, 'hasStoredOrientation' | 'isRotationUnknown'> {
  const isStated = what === 'preview' && jpeg !== null && statesOrientation(jpeg);
  const hasStoredOrientation = orientedBy === 'exif' && jpeg !== null && !isStated;
  // Pixels without a header have the rotation that the main picture is stored with, or another.
  const isBare = what === 'thumbnail' && jpeg === null;
  return { hasStoredOrientation, isRotationUnknown: isStated || isBare || orientedBy === 'itself' };
}

/** All that are inside the file, whether or not their bytes are a picture. */
export function findNamedPictures(file: Uint8Array, reader: FormatReader): readonly NamedEmbedded[] {
  return allNamed(file, reader).slice(0, MAX_PICTURES);
}

function allNamed(file: Uint8Array, reader: FormatReader): readonly NamedEmbedded[] {
  const byPlace = new Map<unknown, NamedEmbedded>();
  for (const { what, bytes, isAuxiliary = false } of named(file, reader)) {
    const offset = bytes.buffer === file.buffer ? bytes.byteOffset - file.byteOffset : null;
    const place = offset ?? bytes;
    // An index names again what was found after the picture, and does not know of what kind it is.
    if (bytes.length === 0 || offset === 0 || byPlace.has(place)) continue;
    byPlace.set(place, { what, bytes, offset, isPicture: beginsPicture(bytes), isAuxiliary });
  }
  return [...byPlace.values()];
}

/**
 * Broken boxes are reported by the search for attachments. The pictures in them are then unknown.
 */
function storedIn(file: Uint8Array, mediaType: string, reader: FormatReader): readonly EmbeddedPicture[] {
  try {
    return (reader.storedPictures?.(file) ?? []).map(
      ({ what, offset, bytes, type, shown, hidden, isRotationMissing, isAuxiliary }) => ({
        ...{
          what,
          offset,
          bytes,
          hidden,
          isRotationUnknown: isRotationMissing,
          isAuxiliary: isAuxiliary === true,
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

type Part = Pick<NamedEmbedded, 'what' | 'bytes'> & { readonly isAuxiliary?: boolean };

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
    else if (block.kind === 'xmp') yield* ofXmp(block.bytes);
    else if (block.kind === 'text')
      for (const bytes of picturesInText(block.text).pictures) yield { what: 'preview', bytes };
  }
}

function* ofXmp(packet: Uint8Array): Generator<Part> {
  for (const { bytes, isAuxiliary } of xmpPictures(packet)) yield { what: 'thumbnail', bytes, isAuxiliary };
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
