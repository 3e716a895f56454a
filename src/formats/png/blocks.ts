// PNG: an EXIF chunk and named texts. Some of the texts hold the blocks of other formats.
import { inflateSync } from 'node:zlib';
import { MalformedError, readerOf } from '../byte-reader.js';
import { c2paBlocks } from '../c2pa/c2pa.js';
import { contentDespiteName, picturesOr } from '../content-despite-name.js';
import { picturesAmong } from '../further-pictures.js';
import { profileBlocks, profileNameBlocks } from '../icc/blocks.js';
import type { Block } from '../metadata-block.js';
import { isTelling } from '../readable-text.js';
import { decodeText } from '../tag.js';
import { makerTrailerBlocks } from '../trailers/maker-trailers.js';
import { exifWithoutName, knownBlocks, namesPlace, wholeText } from '../unnamed-block.js';
import { pngAttachments } from './attachments.js';
import { chunksOf, endsPng } from './chunks.js';

const XMP = 'XML:com.adobe.xmp';
/**
 * The name of a text in which ImageMagick keeps a block of another format: a name, a length, and
 * hexadecimal digits, on lines of their own.
 */
const RAW_PROFILE = /^Raw profile type (\w+)$/i;

/** Bytes. Far more than any caption, and few enough that a decompression bomb does no harm. */
const MAX_INFLATED = 16 * 1024 * 1024;

/**
 * Chunks of pixels, colours, sizes, times and animations (PNG specification and its extensions),
 * and those of programs that hold no more than that: Apple, ImageMagick, Fireworks.
 */
const KNOWN = new Set(
  `IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT tIME acTL fcTL fdAT cICP mDCV mDCv cLLI cLLi
  oFFs pCAL sCAL sTER gIFg gIFx fRAc dSIG iDOT CgBI vpAg caNv orNT mkBF mkBS mkBT mkTS prVW pcLb msOG npTc npOl npLb
  gdAT seAl alPh`.split(/\s+/),
);

/** Chunks whose content the decoder reads whole. */
const PIXELS = new Set(['IHDR', 'IDAT', 'fdAT', 'PLTE']);

/** Bytes of a chunk that may be unknown. No coordinates and no name fit into fewer. */
const MAX_HARMLESS = 15;

/**
 * Throws MalformedError where the chunks break off or one of them is damaged, after everything else
 * was read.
 */
export function* pngBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  let brokenAt: number | null = null;
  let readTo = 0;
  for (const chunk of chunksOf(file)) {
    try {
      yield* blocksIn(chunk.type, file.bytes(chunk.start, chunk.end));
    } catch {
      // Text that cannot be inflated, for example. The error is reported as damage at the end.
      brokenAt ??= chunk.start;
    }
    if (chunk.isBroken) brokenAt ??= chunk.start;
    readTo = chunk.next;
    if (endsPng(chunk, file.length) && brokenAt === null) {
      if (chunk.next < file.length) yield* picturesAmong(bytes, pngAttachments(bytes));
      return yield* makerTrailerBlocks(file, chunk.next);
    }
  }
  throw file.malformed('a chunk breaks off', brokenAt ?? readTo);
}

function* blocksIn(type: string, data: Uint8Array): Generator<Block> {
  if (type === 'caBX') yield* c2paBlocks(data);
  else if (/^exif$/i.test(type)) yield exifWithoutName(data);
  else if (/^zxif$/i.test(type)) yield exifWithoutName(unpackedExif(data));
  else if (type === 'tEXt') yield* textBlocks(...splitText(data, (rest) => rest));
  else if (type === 'zTXt') yield* textBlocks(...splitText(data, (rest) => inflate(rest.subarray(1))));
  else if (type === 'iTXt') {
    yield* translatedName(data);
    yield* textBlocks(...splitText(data, internationalText));
  } else if (type === 'iCCP') yield* namedProfile(data);
  else if (!KNOWN.has(type)) yield* unknownChunk(type, data);
  else if (!PIXELS.has(type)) yield* contentDespiteName(data, 'PNG chunk');
}

/** The chunk that was proposed before eXIf: 0, four bytes of length, and compressed EXIF. */
function unpackedExif(data: Uint8Array): Uint8Array {
  return data[0] === 0 ? inflate(data.subarray(5)) : data;
}

/** A name that ends with NUL, the number of the compression, and the profile. */
function* namedProfile(data: Uint8Array): Generator<Block> {
  const end = data.indexOf(0);
  if (end < 0) return yield* contentDespiteName(data, 'iCCP');
  const [name, profile] = [data.subarray(0, end), inflate(data.subarray(end + 2))];
  yield* profileNameBlocks(latin1Of(name));
  yield* profileBlocks(profile);
  yield* contentDespiteName(Buffer.concat([name, profile]), 'iCCP');
}

function* unknownChunk(type: string, data: Uint8Array): Generator<Block> {
  const known = knownBlocks(data);
  const text = known ? null : wholeText(data);
  const content = known || text !== null ? [] : [...contentDespiteName(data, 'PNG chunk')];
  if (known) yield* known;
  else if (content.length > 0) yield* content;
  else if (text !== null) yield { kind: 'text', name: type, text };
  else if (namesPlace(data) || /gps|geo|lat|lon/i.test(type)) yield { kind: 'unread-place', name: 'PNG chunk' };
  else if (data.length > MAX_HARMLESS && data.some((byte) => byte !== 0)) yield { kind: 'unknown' };
}

function splitText(data: Uint8Array, read: (rest: Uint8Array) => Uint8Array): [string, Uint8Array] {
  const end = data.indexOf(0);
  if (end < 0) throw new MalformedError('a text chunk has no name');
  return [latin1Of(data, end), read(data.subarray(end + 1))];
}

/** Compression flag and method, language and translated name with a NUL each, then the text. */
function internationalText(rest: Uint8Array): Uint8Array {
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) throw new MalformedError('a text chunk has no text');
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? inflate(text) : text;
}

/** The name in another language, which a program takes from its user. */
function* translatedName(data: Uint8Array): Generator<Block> {
  const language = data.indexOf(0, data.indexOf(0) + 3);
  const name = decodeText(data.subarray(language + 1, data.indexOf(0, language + 1)));
  if (isTelling(name)) yield { kind: 'text', name: 'Title', text: name };
}

function latin1Of(data: Uint8Array, length = data.length): string {
  return readerOf(data).latin1(0, length);
}

function inflate(data: Uint8Array): Uint8Array {
  return inflateSync(data, { maxOutputLength: MAX_INFLATED });
}

function* textBlocks(name: string, data: Uint8Array): Generator<Block> {
  const profile = RAW_PROFILE.exec(name)?.[1]?.toLowerCase();
  if (name === XMP || profile === 'xmp') yield { kind: 'xmp', bytes: profile ? fromHex(data) : data };
  else if (profile === 'iptc' || profile === '8bim') yield iptcBlock(fromHex(data));
  else if (profile === 'exif' || profile === 'app1') yield* app1Blocks(fromHex(data));
  else if (profile !== undefined && profile !== 'icc' && profile !== 'icm')
    yield* knownBlocks(fromHex(data)) ?? [{ kind: 'text', name, text: decodeText(data) }];
  else if (profile !== 'icc' && profile !== 'icm')
    yield* picturesOr(data, () => ({ kind: 'text', name, text: decodeText(data) }));
}

/**
 * The same name is used for Photoshop's resources and for IPTC's fields alone. The latter begin
 * with 0x1c.
 */
function iptcBlock(bytes: Uint8Array): Block {
  return { kind: bytes[0] === 0x1c ? 'iptc' : 'photoshop', bytes };
}

function* app1Blocks(data: Uint8Array): Generator<Block> {
  const start = latin1Of(data, 30);
  if (start.startsWith('http')) yield { kind: 'xmp', bytes: data.subarray(data.indexOf(0) + 1) };
  else yield exifWithoutName(data);
}

function fromHex(data: Uint8Array): Uint8Array {
  const [, digits] = /^\s*\w+\s+\d+\s+([\da-f\s]*)$/i.exec(latin1Of(data).replace(/\0+$/, '')) ?? [];
  if (digits === undefined) throw new MalformedError('a raw profile is not hexadecimal');
  return Buffer.from(digits.replace(/\s+/g, ''), 'hex');
}
