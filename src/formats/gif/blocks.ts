// GIF: comments, plain text and an XMP packet in extension blocks (GIF89a specification; XMP
// specification, part 3).
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { decodeText } from '../tag.js';
import { knownBlocks, namesPlace, wholeText } from '../unnamed-block.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
const PLAIN_TEXT = 0x01;

/** Signature, size and flags of the screen, up to its colour table. */
const HEADER_BYTES = 13;
const FLAGS_AT = 10;
/**
 * In an image: the offset of its flags, and the size of its descriptor together with the code size
 * that follows the colour table.
 */
const IMAGE_FLAGS_AT = 9;
const IMAGE_HEADER_BYTES = 11;

/** Length byte and name of the application. */
const APPLICATION_BYTES = 12;

/**
 * The packet is not cut into sub-blocks. It ends with 258 bytes that lead any reader of sub-blocks
 * to the end.
 */
const XMP_TRAILER = 258;

/** Bytes of an unknown extension that hold no coordinates and no name. */
const MAX_HARMLESS = 16;

interface SubBlocks {
  readonly parts: readonly ByteRange[];
  /** Offset after the empty sub-block that ends them. */
  readonly end: number;
}

/** Throws MalformedError where the blocks break off, after everything before that was read. */
export function* gifBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  if (file.latin1(0, 3) !== 'GIF') throw file.malformed('no GIF signature', 0);
  let at = HEADER_BYTES + tableSize(file.u8(FLAGS_AT));
  for (let kind = file.u8(at); kind !== TRAILER; kind = file.u8(at)) {
    if (kind === IMAGE) {
      at = subBlocksAt(file, at + IMAGE_HEADER_BYTES + tableSize(file.u8(at + IMAGE_FLAGS_AT))).end;
    } else if (kind === EXTENSION) {
      const blocks = subBlocksAt(file, at + 2);
      yield* extensionBlocks(file, file.u8(at + 1), at + 2, blocks);
      at = blocks.end;
    } else {
      throw file.malformed('unknown block', at);
    }
  }
}

function* extensionBlocks(file: ByteReader, label: number, start: number, blocks: SubBlocks): Generator<Block> {
  const { parts } = blocks;
  if (label === COMMENT) yield { kind: 'text', name: 'Comment', text: textOf(file, parts) };
  else if (label === PLAIN_TEXT) yield { kind: 'text', name: 'Text', text: textOf(file, parts.slice(1)) };
  else if (label === APPLICATION) yield* applicationBlocks(file, start, blocks);
}

/** Applications whose data are loops, colours and sizes. */
const SILENT = /^(?:NETSCAPE|ANIMEXTS|ICCRGBG1|ImageMag|fractint)/;

function* applicationBlocks(file: ByteReader, start: number, { parts, end }: SubBlocks): Generator<Block> {
  const name = file.latin1(start + 1, 11);
  if (name === 'XMP DataXMP') {
    const packet = start + APPLICATION_BYTES;
    yield { kind: 'xmp', bytes: file.bytes(packet, Math.max(packet, end - XMP_TRAILER)) };
  } else if (!SILENT.test(name)) yield* unknownApplication(joined(file, parts.slice(1)));
}

/** ImageMagick keeps IPTC and Photoshop's resources in extensions of its own. */
function* unknownApplication(data: Uint8Array): Generator<Block> {
  const known = knownBlocks(data);
  const text = known ? null : wholeText(data);
  if (known) yield* known;
  else if (text !== null) yield { kind: 'text', name: 'GIF extension', text };
  else if (namesPlace(data)) yield { kind: 'unread-place', name: 'GIF extension' };
  else if (data.length > MAX_HARMLESS) yield { kind: 'unknown' };
}

function textOf(file: ByteReader, parts: readonly ByteRange[]): string {
  return decodeText(joined(file, parts));
}

function joined(file: ByteReader, parts: readonly ByteRange[]): Uint8Array {
  return Buffer.concat(parts.map(({ start, end }) => file.bytes(start, end)));
}

/** Bytes of a colour table, by the flags of the block that it belongs to. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** Each begins with its length. Throws MalformedError where they break off. */
function subBlocksAt(file: ByteReader, from: number): SubBlocks {
  const parts: ByteRange[] = [];
  for (let at = from; ; ) {
    const start = at + 1;
    const end = start + file.u8(at);
    if (end === start) return { parts, end };
    parts.push({ start, end });
    at = end;
  }
}
