// The metadata of HEIF and AVIF: items of the `meta` box, and C2PA manifests in boxes of their own.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { c2paBlocks, jumbfBlocks, manifestIn } from '../c2pa/c2pa.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { exifBlock } from '../isobmff/exif.js';
import type { Block } from '../metadata-block.js';
import { makerTrailerBlocks } from '../trailers/maker-trailers.js';
import { listedItems } from './items.js';
import { itemBytes } from './locations.js';

export function* heifBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  yield* itemBlocks(file);
  for (const { type, start, end } of boxesIn(file)) {
    const manifest = type === 'uuid' ? manifestIn(file.bytes(start, end)) : null;
    if (manifest) yield* c2paBlocks(manifest);
    if (type === 'jumb') yield* jumbfBlocks(file.bytes(start, end));
    // Samsung's box, which holds what is a trailer in its JPEGs.
    if (type === 'sefd') yield* makerTrailerBlocks(file.part(start, end), 0);
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
