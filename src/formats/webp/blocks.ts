// WebP: a RIFF file. Three kinds of its chunks hold metadata.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { c2paBlocks } from '../c2pa/c2pa.js';
import type { Block } from '../metadata-block.js';
import { isRiffCut, type RiffChunk, riffBody, riffChunks } from '../riff/chunks.js';

/** The form of a RIFF file that holds a picture. */
export const WEBP_FORM = 'WEBP';

/** The start of EXIF in some programs, as in JPEG. One more byte follows, mostly 0. */
const EXIF = 'Exif\0';

/** Throws MalformedError where the chunks break off, after everything before that was read. */
export function* webpBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  const body = riffBody(file, WEBP_FORM);
  if (!body) throw file.malformed('no WebP signature', 0);
  for (const chunk of riffChunks(file, body)) {
    yield* blocksIn(file, chunk);
    if (chunk.isBroken) throw file.malformed('a chunk reaches past the end', chunk.at);
  }
  // Metadata comes after the picture.
  if (isRiffCut(file)) throw file.malformed('the file ends before its chunks do', file.length);
}

function* blocksIn(file: ByteReader, { type, start, end }: RiffChunk): Generator<Block> {
  const data = file.bytes(start, end);
  if (type === 'EXIF') yield { kind: 'tiff', bytes: data.subarray(hasName(data) ? EXIF.length + 1 : 0) };
  else if (type === 'C2PA') yield* c2paBlocks(data);
  else if (type === 'XMP ') yield { kind: 'xmp', bytes: data };
}

function hasName(data: Uint8Array): boolean {
  return readerOf(data).latin1(0, EXIF.length) === EXIF;
}
