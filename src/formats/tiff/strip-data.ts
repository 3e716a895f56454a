// How many bytes of a strip or tile its decoder reads. A length may count more.
import { inflateSync } from 'node:zlib';
import { readerOf } from '../byte-reader.js';
import { listSegments } from '../jpeg/segments.js';

/** Schemes of compression (TIFF 6.0; Technical Notes 2). */
const [NONE, LZW, JPEG, DEFLATE, PACK_BITS, OLD_DEFLATE] = [1, 5, 7, 8, 32773, 32946];

/**
 * The part without what follows its data, where that can be told.
 * @param unpacked bytes of its pixels; null where they are not known
 */
export function withoutRest(part: Uint8Array, compression: number, unpacked: number | null): Uint8Array {
  switch (compression) {
    case NONE:
      return unpacked === null ? part : part.subarray(0, unpacked);
    case LZW:
      return part.subarray(0, lzwLength(part));
    case JPEG:
      return part.subarray(0, listSegments(readerOf(part)).end);
    case DEFLATE:
    case OLD_DEFLATE:
      return part.subarray(0, deflateLength(part, unpacked));
    case PACK_BITS:
      return unpacked === null ? part : part.subarray(0, packBitsLength(part, unpacked));
    default:
      return part;
  }
}

/** Up to the checksum. Damaged data is reported where the picture is decoded. */
function deflateLength(part: Uint8Array, unpacked: number | null): number {
  try {
    const limit = { maxOutputLength: Math.max(1, unpacked ?? 1 << 28), info: true };
    const { engine } = inflateSync(part, limit) as unknown as { engine: { bytesWritten: number } };
    return engine.bytesWritten;
  } catch {
    return part.length;
  }
}

function packBitsLength(part: Uint8Array, unpacked: number): number {
  let at = 0;
  for (let made = 0; made < unpacked && at < part.length; ) {
    const code = part[at] ?? 0;
    if (code === 128) at += 1;
    else if (code < 128) [at, made] = [at + 2 + code, made + 1 + code];
    else [at, made] = [at + 2, made + 257 - code];
  }
  return Math.min(at, part.length);
}

/** Codes of the compression by Lempel, Ziv and Welch, from the highest bit on. */
const [CLEAR, END, FIRST] = [256, 257, 258];

/** Up to the code that ends the data. The older form, from the lowest bit on, is left whole. */
function lzwLength(part: Uint8Array): number {
  if (part[0] === 0 && ((part[1] ?? 0) & 1) === 1) return part.length;
  let [width, next, bit] = [9, FIRST, 0];
  while (bit + width <= 8 * part.length) {
    const code = bitsAt(part, bit, width);
    bit += width;
    if (code === END) return Math.ceil(bit / 8);
    if (code === CLEAR) [width, next] = [9, FIRST - 1];
    else next++;
    width = next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12;
  }
  return part.length;
}

function bitsAt(part: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const three = ((part[at] ?? 0) << 16) | ((part[at + 1] ?? 0) << 8) | (part[at + 2] ?? 0);
  return (three >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
}
