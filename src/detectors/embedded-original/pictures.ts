// Finds the smaller pictures that a file carries beside its own: by the places that its structure names, never by searching bytes.
import { indexedPictures } from '../../container/multi-picture.js';
import type { Block } from '../../metadata/block.js';
import { listSegments } from '../../metadata/blocks/jpeg.js';
import { photoshopBlocks } from '../../metadata/blocks/photoshop.js';
import { findBlocks } from '../../metadata/blocks.js';
import { readTiff } from '../../metadata/exif.js';

export interface EmbeddedPicture {
  readonly what: 'thumbnail' | 'preview';
  /** A JPEG of its own. */
  readonly bytes: Uint8Array;
  /** Bytes from the start of the file; null where it lies in a compressed or coded part of it. */
  readonly offset: number | null;
}

/** The same as the file names it: what lies there may be anything, as programs that take a thumbnail out often leave its entry. */
export interface NamedEmbedded extends EmbeddedPicture {
  readonly isPicture: boolean;
}

const APP2 = 0xe2;

/** Pictures that are looked at in one file; no camera writes more than four. */
const MAX_PICTURES = 6;

/** In the order in which they are named; parts of the file only, nothing is copied. What is named but not there is left out. */
export function findEmbedded(file: Uint8Array, mediaType: string): readonly EmbeddedPicture[] {
  return findNamed(file, mediaType)
    .filter(({ isPicture }) => isPicture)
    .map(({ what, bytes, offset }) => ({ what, bytes, offset }));
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

type Part = Pick<EmbeddedPicture, 'what' | 'bytes'>;

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
