// A GIF without metadata. Pictures, their colours, times and loops are copied as they are.
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { CleanError } from '../clean-copy.js';
import { type GifPart, gifParts } from './structure.js';

const CONTROL = 0xf9;
const APPLICATION = 0xff;
const TRAILER = 0x3b;

/** Applications that state how often an animation repeats, in three bytes. */
const LOOPS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;
const NAME_BYTES = 11;
const LOOP_BYTES = 3;

/** @throws CleanError where the picture is damaged */
export function cleanGif(bytes: Uint8Array): Uint8Array {
  const file = readerOf(bytes);
  const parts: Uint8Array[] = [];
  let from = 0;
  try {
    for (const part of gifParts(file)) {
      // The header and the colours of the screen come before the first part.
      if (parts.length === 0) from = firstPart(bytes);
      if (parts.length === 0) parts.push(bytes.subarray(0, from));
      if (part.label === null || isKept(file, part)) parts.push(bytes.subarray(from, part.end));
      from = part.end;
    }
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
  if (parts.length < 2) throw new CleanError('damaged');
  return Buffer.concat([...parts, Buffer.from([TRAILER])]);
}

/** Signature, size, flags, and the colour table by the flags. */
function firstPart(bytes: Uint8Array): number {
  const flags = bytes[10] ?? 0;
  return 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
}

function isKept(file: ByteReader, { label, parts }: GifPart): boolean {
  const [first, second, third] = parts;
  if (label === CONTROL) return parts.length === 1 && first !== undefined && first.end - first.start === 4;
  if (label !== APPLICATION || !first || !second || third) return false;
  const isNamed = first.end - first.start === NAME_BYTES && LOOPS.test(file.latin1(first.start, NAME_BYTES));
  return isNamed && second.end - second.start === LOOP_BYTES;
}
