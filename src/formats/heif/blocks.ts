// The metadata of HEIF and AVIF: items of the `meta` box, and other boxes at the top.
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { profileBlocks } from '../icc/blocks.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { exifBlock } from '../isobmff/exif.js';
import { blocksOfBox } from '../isobmff/metadata-boxes.js';
import type { Block } from '../metadata-block.js';
import { describeVideo } from '../mp4/description.js';
import { makerTrailerBlocks } from '../trailers/maker-trailers.js';
import { listedItems, readHeifItems, topBoxes } from './items.js';
import { itemBytes } from './locations.js';

export function* heifBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  yield* itemBlocks(file);
  yield* profilesOf(file);
  for (const { type, at, start, end } of boxesIn(file)) {
    // Samsung's box, which holds what is a trailer in its JPEGs.
    if (type === 'sefd') yield* makerTrailerBlocks(file.part(start, end), 0);
    else if (AS_IN_VIDEOS.has(type)) yield* videoBlocks(file.part(at, end));
    else if (!READ_ELSEWHERE.has(type)) yield* blocksOfBox(type, file.bytes(start, end));
  }
}

/** Items, above, and the video of a motion photo. */
const READ_ELSEWHERE = new Set(['meta', 'mpvd']);

/** The description of a sequence, and user data. */
const AS_IN_VIDEOS = new Set(['moov', 'udta']);

function* videoBlocks(part: ByteReader): Generator<Block> {
  const { tags, attachments, unreadPlaces = [], unknownParts = [] } = describeVideo(part);
  if (tags.length > 0) yield { kind: 'tags', tags };
  for (const name of unreadPlaces) yield { kind: 'unread-place', name };
  for (const name of unknownParts) yield { kind: 'unknown', name };
  for (const { what, offset, bytes } of attachments)
    if (what === 'second picture')
      yield { kind: 'picture', what: 'preview', bytes: part.bytes(offset, offset + bytes) };
}

/** Items may share one. Broken tables are reported where the picture is decoded. */
function* profilesOf(file: ByteReader): Generator<Block> {
  const unique = new Map(propertiesOf(file).map((box) => [box.at, box]));
  for (const { type, start, end } of unique.values())
    if (type === 'colr' && /^(?:prof|rICC)$/.test(file.latin1(start, 4)))
      yield* profileBlocks(file.bytes(start + 4, end));
}

function propertiesOf(file: ByteReader): Box[] {
  try {
    return [...readHeifItems(file, topBoxes(file)).items.values()].flatMap(({ properties }) => properties);
  } catch (error) {
    if (error instanceof MalformedError) return [];
    throw error;
  }
}

function* itemBlocks(file: ByteReader): Generator<Block> {
  for (const item of listedItems(file, metaBox(file))) {
    if (item.type === 'Exif') yield exifBlock(itemBytes(file, item.location));
    else if (item.contentType === 'application/rdf+xml') yield { kind: 'xmp', bytes: itemBytes(file, item.location) };
  }
}

/**
 * Finds the `meta` box. Picture data follows it; where only that breaks off, the metadata can still
 * be read. Throws MalformedError.
 */
export function metaBox(file: ByteReader): Box {
  for (const box of boxesIn(file)) if (box.type === 'meta') return box;
  throw file.malformed('no meta box', file.length);
}
