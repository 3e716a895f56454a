// Metadata in boxes of their own, in JPEG XL, JPEG 2000 and at the top of HEIF.
import { brotliDecompressSync } from 'node:zlib';
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { c2paBlocks, jumbfBlocks, manifestIn } from '../c2pa/c2pa.js';
import { contentDespiteName } from '../content-despite-name.js';
import type { Block } from '../metadata-block.js';
import { decodeText } from '../tag.js';
import { exifWithoutName, unknownBlocks } from '../unnamed-block.js';
import { boxesIn } from './boxes.js';
import { exifBlock } from './exif.js';

/** Bytes; the same limit as for PNG texts. */
const MAX_INFLATED = 16 * 1024 * 1024;

const UUIDS: Readonly<Record<string, 'xmp' | 'iptc' | 'tiff'>> = {
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  '33c7a4d2b81d4723a0baf1a3e097ad38': 'iptc',
  '4a706754696666457869662d3e4a5032': 'tiff',
  '0537cdab9d0c4431a72afa561f2a113e': 'tiff',
};

/** Ids of other boxes `uuid` in photos: Canon's settings and preview. */
const HARMLESS_IDS = new Set(['85c0b687820f11e08111f4ce462b6a48', 'eaf42b5e1c984b88b9fbb7dc406e4d16']);

const ID_BYTES = 16;

/** Boxes of pixels, which the decoder reads whole. */
const PIXELS = new Set(['jxlc', 'jxlp', 'jp2c', 'mdat', 'idat']);

/** Boxes with boxes in them, and with a text (ISO/IEC 15444-2, annex M). */
const LISTS = new Set(['asoc', 'uinf']);
const TEXTS = new Set(['lbl ', 'url ']);

/**
 * Signatures, types, sizes, colours, indexes, the parts of a JPEG from which a JPEG XL was made,
 * padding, and what is read elsewhere.
 */
const HARMLESS = new Set([
  ...[
    'JXL ',
    'jxll',
    'jxli',
    'jbrd',
    'ftyp',
    'styp',
    'jP  ',
    'jP\x1a\x1a',
    'jp2h',
    'jp2i',
    'rreq',
    'ulst',
    'res ',
    'nlst',
  ],
  ...['free', 'skip', 'wide', 'junk', 'hrgm', 'brnd', 'etyp', 'mfra', 'sidx', 'ftbl', 'flst', 'cref', 'jplh', 'colr'],
]);

export function* metadataBoxes(file: ByteReader): Generator<Block> {
  for (const { type, start, end } of boxesIn(file)) yield* blocksOfBox(type, file.bytes(start, end));
}

/** A box at the top of a picture: read, harmless, or a part of an unknown kind. */
export function* blocksOfBox(type: string, data: Uint8Array): Generator<Block> {
  if (PIXELS.has(type)) return;
  if (type === 'uuid') yield* blocksOfUuid(data);
  else if (type === 'Exif') yield exifBlock(data);
  else if (type === 'xml ') yield* xmlBlocks(data);
  else if (type === 'jumb') yield* jumbfBlocks(data);
  else if (type === 'brob') yield* decompressed(data);
  else if (LISTS.has(type)) yield* metadataBoxes(readerOf(data));
  else if (TEXTS.has(type)) yield { kind: 'text', name: type.trim(), text: decodeText(data) };
  else if (HARMLESS.has(type)) yield* contentDespiteName(data, 'box');
  else yield* unknownBlocks(data, 'box');
}

function* blocksOfUuid(data: Uint8Array): Generator<Block> {
  const id = Buffer.from(data.subarray(0, ID_BYTES)).toString('hex');
  const kind = UUIDS[id];
  const manifest = kind ? null : manifestIn(data);
  const content = data.subarray(ID_BYTES);
  if (kind) yield kind === 'tiff' ? exifWithoutName(content) : { kind, bytes: content };
  else if (manifest) yield* c2paBlocks(manifest);
  else if (HARMLESS_IDS.has(id)) yield* contentDespiteName(content, 'box');
  else yield* unknownBlocks(content, 'box');
}

/** XMP, or a document of another kind, such as a track. */
function* xmlBlocks(data: Uint8Array): Generator<Block> {
  if (!/<(?:x:x[am]pmeta|rdf:RDF)[\s>]/.test(decodeText(data)))
    yield { kind: 'text', name: 'xml', text: decodeText(data) };
  else yield { kind: 'xmp', bytes: data };
}

/** The type of the box that was compressed, then its content in Brotli. */
function* decompressed(data: Uint8Array): Generator<Block> {
  const type = readerOf(data).latin1(0, 4);
  // The standard forbids nesting, and it would go on for as long as there are bytes.
  if (type === 'brob') throw new MalformedError('a compressed box in a compressed box');
  yield* blocksOfBox(type, brotliDecompressSync(data.subarray(4), { maxOutputLength: MAX_INFLATED }));
}
