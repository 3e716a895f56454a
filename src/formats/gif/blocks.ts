// GIF: comments, plain text and an XMP packet in extension blocks.
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { decodeText } from '../tag.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
const PLAIN_TEXT = 0x01;

/** The packet is not cut into sub-blocks; 258 bytes after it lead any reader of sub-blocks to the end (XMP specification, part 3). */
const XMP_TRAILER = 258;

export function* gifBlocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 0, 3) !== 'GIF') throw new MalformedError('no GIF signature');
  const view = viewOf(bytes);
  let at = 13 + tableSize(view.getUint8(10));
  while (view.getUint8(at) !== TRAILER) {
    const kind = view.getUint8(at);
    if (kind === IMAGE) {
      at = readSubBlocks(bytes, at + 11 + tableSize(view.getUint8(at + 9))).end;
    } else if (kind === EXTENSION) {
      const label = view.getUint8(at + 1);
      const { parts, end } = readSubBlocks(bytes, at + 2);
      yield* extensionBlocks(label, parts, slice(bytes, at + 2, end));
      at = end;
    } else {
      throw new MalformedError('unknown block');
    }
  }
}

function* extensionBlocks(label: number, parts: readonly Uint8Array[], whole: Uint8Array): Generator<Block> {
  const application = asciiAt(parts[0] ?? whole, 0, 11);
  if (label === COMMENT) yield { kind: 'text', name: 'Comment', text: decodeText(Buffer.concat(parts)) };
  else if (label === PLAIN_TEXT) yield { kind: 'text', name: 'Text', text: decodeText(Buffer.concat(parts.slice(1))) };
  else if (label === APPLICATION && application === 'XMP DataXMP')
    yield { kind: 'xmp', bytes: slice(whole, 12, Math.max(12, whole.length - XMP_TRAILER)) };
}

/** Bytes of a colour table, by the flags of the block before it. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function readSubBlocks(bytes: Uint8Array, start: number): { parts: Uint8Array[]; end: number } {
  const parts: Uint8Array[] = [];
  let at = start;
  for (;;) {
    const size = slice(bytes, at, at + 1)[0] as number;
    if (size === 0) return { parts, end: at + 1 };
    parts.push(slice(bytes, at + 1, at + 1 + size));
    at += 1 + size;
  }
}
