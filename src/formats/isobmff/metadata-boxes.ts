// Metadata in boxes of their own, in JPEG XL and JPEG 2000.
import { brotliDecompressSync } from 'node:zlib';
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { jumbfBlocks } from '../c2pa/c2pa.js';
import type { Block } from '../metadata-block.js';
import { boxesIn } from './boxes.js';
import { exifBlock } from './exif.js';

/** Bytes; the same limit as for PNG texts. */
const MAX_INFLATED = 16 * 1024 * 1024;

const UUIDS: Readonly<Record<string, 'xmp' | 'iptc' | 'tiff'>> = {
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  '33c7a4d2b81d4723a0baf1a3e097ad38': 'iptc',
  '4a706754696666457869662d3e4a5032': 'tiff',
};

export function* metadataBoxes(file: ByteReader): Generator<Block> {
  for (const { type, start, end } of boxesIn(file)) yield* blocksOf(type, file.bytes(start, end));
}

function* blocksOf(type: string, data: Uint8Array): Generator<Block> {
  const uuid = type === 'uuid' ? UUIDS[Buffer.from(data.subarray(0, 16)).toString('hex')] : undefined;
  if (uuid) yield { kind: uuid, bytes: data.subarray(16) };
  else if (type === 'Exif') yield exifBlock(data);
  else if (type === 'xml ') yield { kind: 'xmp', bytes: data };
  else if (type === 'jumb') yield* jumbfBlocks(data);
  else if (type === 'brob') yield* decompressed(data);
}

/** The type of the box that was compressed, then its content in Brotli. */
function* decompressed(data: Uint8Array): Generator<Block> {
  const type = readerOf(data).latin1(0, 4);
  // The standard forbids nesting, and it would go on for as long as there are bytes.
  if (type === 'brob') throw new MalformedError('a compressed box in a compressed box');
  yield* blocksOf(type, brotliDecompressSync(data.subarray(4), { maxOutputLength: MAX_INFLATED }));
}
