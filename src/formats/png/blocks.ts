// PNG: an EXIF chunk and named texts, some of them other blocks in disguise.
import { inflateSync } from 'node:zlib';
import { c2paBlocks } from '../c2pa/c2pa.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { decodeText } from '../tag.js';

const XMP = 'XML:com.adobe.xmp';
/** How ImageMagick keeps blocks of other formats: a name, a length and hexadecimal digits, on lines of their own. */
const RAW_PROFILE = /^Raw profile type (\w+)$/i;

/** Bytes; far more than any caption, and little enough that a bomb does no harm. */
const MAX_INFLATED = 16 * 1024 * 1024;

export function* pngBlocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 1, 3) !== 'PNG') throw new MalformedError('no PNG signature');
  const view = viewOf(bytes);
  for (let at = 8, type = ''; type !== 'IEND'; at += 12 + view.getUint32(at)) {
    type = asciiAt(bytes, at + 4, 4);
    const data = slice(bytes, at + 8, at + 8 + view.getUint32(at));
    if (type === 'caBX') yield* c2paBlocks(data);
    else if (type === 'eXIf') yield { kind: 'tiff', bytes: data };
    else if (type === 'tEXt') yield* textBlocks(...splitText(data, (rest) => rest));
    else if (type === 'zTXt') yield* textBlocks(...splitText(data, (rest) => inflate(rest.subarray(1))));
    else if (type === 'iTXt') yield* textBlocks(...splitText(data, internationalText));
  }
}

function splitText(data: Uint8Array, read: (rest: Uint8Array) => Uint8Array): [string, Uint8Array] {
  const end = data.indexOf(0);
  if (end < 0) throw new MalformedError('a text chunk has no name');
  return [asciiAt(data, 0, end), read(data.subarray(end + 1))];
}

/** Compression flag and method, language and translated name with a NUL each, then the text. */
function internationalText(rest: Uint8Array): Uint8Array {
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) throw new MalformedError('a text chunk has no text');
  const text = rest.subarray(translated + 1);
  return rest[0] === 1 ? inflate(text) : text;
}

function inflate(data: Uint8Array): Uint8Array {
  return inflateSync(data, { maxOutputLength: MAX_INFLATED });
}

function* textBlocks(name: string, data: Uint8Array): Generator<Block> {
  const profile = RAW_PROFILE.exec(name)?.[1]?.toLowerCase();
  if (name === XMP || profile === 'xmp') yield { kind: 'xmp', bytes: profile ? fromHex(data) : data };
  else if (profile === 'iptc' || profile === '8bim') yield iptcBlock(fromHex(data));
  else if (profile === 'exif' || profile === 'app1') yield* app1Blocks(fromHex(data));
  else if (profile !== 'icc' && profile !== 'icm') yield { kind: 'text', name, text: decodeText(data) };
}

/** Under the same name stand Photoshop's resources or IPTC's fields alone, which begin with 0x1c. */
function iptcBlock(bytes: Uint8Array): Block {
  return { kind: bytes[0] === 0x1c ? 'iptc' : 'photoshop', bytes };
}

function* app1Blocks(data: Uint8Array): Generator<Block> {
  const head = asciiAt(data, 0, 30);
  if (head.startsWith('Exif\0')) yield { kind: 'tiff', bytes: data.subarray(6) };
  else if (head.startsWith('http')) yield { kind: 'xmp', bytes: data.subarray(data.indexOf(0) + 1) };
  else yield { kind: 'tiff', bytes: data };
}

function fromHex(data: Uint8Array): Uint8Array {
  const [, digits] = /^\s*\w+\s+\d+\s+([\da-f\s]*)$/i.exec(asciiAt(data, 0, data.length).replace(/\0+$/, '')) ?? [];
  if (digits === undefined) throw new MalformedError('a raw profile is not hexadecimal');
  return Buffer.from(digits.replace(/\s+/g, ''), 'hex');
}
