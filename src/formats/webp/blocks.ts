// WebP: a RIFF file. Three kinds of its chunks hold metadata.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { c2paBlocks } from '../c2pa/c2pa.js';
import { contentDespiteName } from '../content-despite-name.js';
import { picturesAmong } from '../further-pictures.js';
import { profileBlocks } from '../icc/blocks.js';
import type { Block } from '../metadata-block.js';
import { isRiffCut, type RiffChunk, riffBody, riffChunks } from '../riff/chunks.js';
import { exifWithoutName, knownBlocks, namesPlace, wholeText } from '../unnamed-block.js';
import { WEBP_FORM, webpAttachments } from './attachments.js';

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
  if (body.end < file.length) yield* picturesAmong(bytes, webpAttachments(bytes));
}

/** Pixels, colours, animation and its frames (WebP container specification). */
const KNOWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP', 'FRGM', 'JUNK']);

/** Chunks whose content the decoder reads whole. */
const PIXELS = new Set(['VP8 ', 'VP8L', 'ANMF', 'FRGM']);

/** Bytes of a chunk that may be unknown. No coordinates and no name fit into fewer. */
const MAX_HARMLESS = 15;

function* blocksIn(file: ByteReader, { type, start, end }: RiffChunk): Generator<Block> {
  if (PIXELS.has(type)) return;
  const data = file.bytes(start, end);
  if (type === 'ICCP') yield* profileBlocks(data);
  if (KNOWN.has(type)) return yield* contentDespiteName(data, 'WebP chunk');
  // Programs write these names in other cases, and with another fourth byte.
  const name = type.toUpperCase().replace(/[^A-Z\d]/g, ' ');
  if (name === 'EXIF') yield exifWithoutName(data);
  else if (name === 'C2PA') yield* c2paBlocks(data);
  else yield* knownBlocks(data) ?? (name === 'XMP ' ? [{ kind: 'xmp', bytes: data }] : unknownChunk(data));
}

function* unknownChunk(data: Uint8Array): Generator<Block> {
  const text = wholeText(data);
  const content = text === null ? [...contentDespiteName(data, 'WebP chunk')] : [];
  if (text !== null) yield { kind: 'text', name: 'WebP chunk', text };
  else if (content.length > 0) yield* content;
  else if (namesPlace(data)) yield { kind: 'unread-place', name: 'WebP chunk' };
  else if (data.length > MAX_HARMLESS && data.some((byte) => byte !== 0)) yield { kind: 'unknown' };
}
