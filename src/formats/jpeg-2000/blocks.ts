// JPEG 2000 and JPEG XL: metadata are boxes of their own.
import { brotliDecompressSync } from 'node:zlib';
import { c2paBlocks } from '../c2pa/c2pa.js';
import { boxed, exifBlock } from '../heif/blocks.js';
import { type Box, readBoxes } from '../isobmff/block-boxes.js';
import { asciiAt, type Block, MalformedError } from '../metadata-block.js';

/** Bytes; see the same bound for PNG texts. */
const MAX_INFLATED = 16 * 1024 * 1024;

/** Two bytes of a picture without a container, which holds no metadata. */
const BARE_JXL = '\xff\x0a';

const UUIDS: Readonly<Record<string, 'xmp' | 'iptc' | 'tiff'>> = {
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  '33c7a4d2b81d4723a0baf1a3e097ad38': 'iptc',
  '4a706754696666457869662d3e4a5032': 'tiff',
};

export function* jxlBlocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 0, 2) === BARE_JXL) return;
  if (asciiAt(bytes, 4, 4) !== 'JXL ') throw new MalformedError('no JPEG XL signature');
  for (const box of readBoxes(bytes)) yield* boxBlocks(box);
}

export function* jp2Blocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 4, 2) !== 'jP') throw new MalformedError('no JPEG 2000 signature');
  for (const box of readBoxes(bytes)) yield* boxBlocks(box);
}

function* boxBlocks({ type, data }: Box): Generator<Block> {
  const uuid = type === 'uuid' ? UUIDS[Buffer.from(data.subarray(0, 16)).toString('hex')] : undefined;
  if (uuid) yield { kind: uuid, bytes: data.subarray(16) };
  else if (type === 'Exif') yield exifBlock(data);
  else if (type === 'xml ') yield { kind: 'xmp', bytes: data };
  else if (type === 'jumb') yield* c2paBlocks(boxed(type, data));
  else if (type === 'brob') yield* boxBlocks(decompress(data));
}

function decompress(data: Uint8Array): Box {
  const type = asciiAt(data, 0, 4);
  // The standard forbids it, and it would go on for as long as the bytes allow.
  if (type === 'brob') throw new MalformedError('a compressed box in a compressed box');
  return { type, data: brotliDecompressSync(data.subarray(4), { maxOutputLength: MAX_INFLATED }) };
}
