// GIF: comments, plain text and an XMP packet in extension blocks (GIF89a specification; XMP
// specification, part 3).
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { contentDespiteName, picturesOr } from '../content-despite-name.js';
import { picturesAmong } from '../further-pictures.js';
import type { Block } from '../metadata-block.js';
import { decodeText } from '../tag.js';
import { knownBlocks, namesPlace, wholeText } from '../unnamed-block.js';
import { gifAttachments } from './attachments.js';
import { type GifPart, gifParts } from './structure.js';

const COMMENT = 0xfe;
const APPLICATION = 0xff;
const PLAIN_TEXT = 0x01;
/** Times and transparency. */
const CONTROL = 0xf9;

/** Length byte and name of the application. */
const APPLICATION_BYTES = 12;

/**
 * The packet is not cut into sub-blocks. It ends with 258 bytes that lead any reader of sub-blocks
 * to the end.
 */
const XMP_TRAILER = 258;

/** Bytes of an unknown extension that hold no coordinates and no name. */
const MAX_HARMLESS = 15;

/** Throws MalformedError where the blocks break off, after everything before that was read. */
export function* gifBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  let end = file.length;
  for (const part of gifParts(file)) {
    if (part.label !== null) yield* extensionBlocks(file, part.label, part);
    end = part.end;
  }
  if (end + 1 < file.length) yield* picturesAmong(bytes, gifAttachments(bytes));
}

function* extensionBlocks(file: ByteReader, label: number, part: GifPart): Generator<Block> {
  const { start, parts } = part;
  if (label === COMMENT) yield* textBlocks('Comment', joined(file, parts));
  else if (label === PLAIN_TEXT) yield* textBlocks('Text', joined(file, parts.slice(1)));
  else if (label === APPLICATION) yield* applicationBlocks(file, start, part);
  else if (label !== CONTROL) yield* unknownApplication(joined(file, parts));
}

/** Applications whose data are loops, colours and sizes. */
const SILENT = /^(?:NETSCAPE|ANIMEXTS|ICCRGBG1|ImageMag|fractint)/;

function* applicationBlocks(file: ByteReader, start: number, { parts, end }: GifPart): Generator<Block> {
  const name = file.latin1(start + 1, 11);
  if (name === 'XMP DataXMP') {
    const packet = start + APPLICATION_BYTES;
    yield { kind: 'xmp', bytes: file.bytes(packet, Math.max(packet, end - XMP_TRAILER)) };
  } else if (SILENT.test(name)) yield* contentDespiteName(joined(file, parts.slice(1)), 'GIF extension');
  else yield* unknownApplication(joined(file, parts.slice(1)));
}

/** ImageMagick keeps IPTC and Photoshop's resources in extensions of its own. */
function* unknownApplication(data: Uint8Array): Generator<Block> {
  const known = knownBlocks(data);
  const text = known ? null : wholeText(data);
  const content = known || text !== null ? [] : [...contentDespiteName(data, 'GIF extension')];
  if (known) yield* known;
  else if (content.length > 0) yield* content;
  else if (text !== null) yield { kind: 'text', name: 'GIF extension', text };
  else if (namesPlace(data)) yield { kind: 'unread-place', name: 'GIF extension' };
  else if (data.length > MAX_HARMLESS) yield { kind: 'unknown' };
}

function* textBlocks(name: string, data: Uint8Array): Generator<Block> {
  yield* picturesOr(data, () => ({ kind: 'text', name, text: decodeText(data) }));
}

function joined(file: ByteReader, parts: readonly ByteRange[]): Uint8Array {
  return Buffer.concat(parts.map(({ start, end }) => file.bytes(start, end)));
}
