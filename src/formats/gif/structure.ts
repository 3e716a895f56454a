// The only reader of the structure of a GIF: images and extensions, one after the other (GIF89a
// specification).
import type { ByteRange, ByteReader } from '../byte-reader.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** Signature, size and flags of the screen, up to its colour table. */
const HEADER_BYTES = 13;
const FLAGS_AT = 10;
/**
 * In an image: the offset of its flags, and the size of its descriptor together with the code size
 * that follows the colour table.
 */
const IMAGE_FLAGS_AT = 9;
const IMAGE_HEADER_BYTES = 11;

export interface GifPart {
  /** The label of an extension; null for an image. */
  readonly label: number | null;
  /** Offset of its first sub-block. */
  readonly start: number;
  readonly parts: readonly ByteRange[];
  /** Offset after the empty sub-block that ends them. */
  readonly end: number;
}

/** Throws MalformedError where the blocks break off, after every block before that. */
export function* gifParts(file: ByteReader, start = 0): Generator<GifPart, number> {
  if (file.latin1(start, 3) !== 'GIF') throw file.malformed('no GIF signature', start);
  let at = start + HEADER_BYTES + tableSize(file.u8(start + FLAGS_AT));
  for (let kind = file.u8(at); kind !== TRAILER; kind = file.u8(at)) {
    if (kind !== IMAGE && kind !== EXTENSION) throw file.malformed('unknown block', at);
    const isImage = kind === IMAGE;
    const from = isImage ? at + IMAGE_HEADER_BYTES + tableSize(file.u8(at + IMAGE_FLAGS_AT)) : at + 2;
    const blocks = subBlocksAt(file, from);
    yield { label: isImage ? null : file.u8(at + 1), start: from, ...blocks };
    at = blocks.end;
  }
  return at + 1;
}

/**
 * Offset after the trailer of the GIF that begins at `start`. Throws MalformedError without one.
 */
export function gifEnd(file: ByteReader, start = 0): number {
  const parts = gifParts(file, start);
  for (let step = parts.next(); ; step = parts.next()) if (step.done) return step.value;
}

/** Pixels, as the header states them. Throws MalformedError. */
export function gifSize(file: ByteReader): { readonly width: number; readonly height: number } {
  const little = file.ordered(true);
  return { width: little.u16(6), height: little.u16(8) };
}

/** Bytes of a colour table, by the flags of the block that it belongs to. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** Each begins with its length. Throws MalformedError where they break off. */
function subBlocksAt(file: ByteReader, from: number): Pick<GifPart, 'parts' | 'end'> {
  const parts: ByteRange[] = [];
  for (let at = from; ; ) {
    const start = at + 1;
    const end = start + file.u8(at);
    if (end === start) return { parts, end };
    parts.push({ start, end });
    at = end;
  }
}
