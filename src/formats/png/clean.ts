// A PNG without metadata. The coded picture and its animation are copied as they are.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type ByteReader, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { cleanProfile } from '../icc/clean.js';
import { chunksOf, endsPng, hasRightChecksum, PNG_SIGNATURE, type PngChunk } from './chunks.js';

/** Pixels, their colours and size, and the animation. */
const KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT cICP mDCV mDCv cLLI cLLi CgBI'.split(' '),
);

/** Of a chunk of fixed length, so that nothing can follow its fields. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ IHDR: 13, gAMA: 4, cHRM: 32, sRGB: 1, pHYs: 9, acTL: 8, fcTL: 26, cICP: 4, mDCV: 24, mDCv: 24, IEND: 0 },
  ...{ cLLI: 8, cLLi: 8 },
};

/** Bytes of an unpacked colour profile. */
const MAX_PROFILE = 16 * 1024 * 1024;

/** Every profile gets this name: that of a program is a text. */
const PROFILE_NAME = 'icc';

/** @throws CleanError where the picture is damaged */
export function cleanPng(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  const file = readerOf(bytes);
  const parts: Uint8Array[] = [Buffer.from(PNG_SIGNATURE, 'latin1')];
  const frames = new Frames(file);
  for (const chunk of chunksOf(file)) {
    if (chunk.isBroken) break;
    if (!frames.hasPlaceFor(chunk)) continue;
    const data = file.bytes(chunk.start, chunk.end);
    // EXIF may come anywhere between the header and the end.
    if (chunk.type === 'IDAT' && exif && !parts.some(isExif)) parts.push(chunkOf('eXIf', exif));
    if (chunk.type === 'iCCP') parts.push(...profileChunk(data));
    else if (isKept(chunk))
      parts.push(hasRightChecksum(file, chunk) ? wholeOf(bytes, chunk) : chunkOf(chunk.type, data));
    if (endsPng(chunk, file.length)) return Buffer.concat(parts);
  }
  throw new CleanError('damaged');
}

/** Parts that a decoder reads only after another one, and so many of them. */
class Frames {
  #left = 0;
  #isAfterFrame = false;
  /** Colours that a palette may have; 0 where a palette would only be a proposal. */
  #colours = 0;

  constructor(readonly file: ByteReader) {}

  hasPlaceFor({ type, start, end }: PngChunk): boolean {
    const length = end - start;
    if (type === 'IHDR' && length === 13 && this.file.u8(start + 9) === INDEXED)
      this.#colours = 2 ** Math.min(8, this.file.u8(start + 8));
    if (type === 'PLTE') return length <= 3 * this.#colours;
    if (type === 'tRNS') return length <= Math.max(6, this.#colours);
    if (type === 'bKGD') return length <= 6;
    if (type === 'sBIT') return length <= 4;
    if (type === 'acTL' && length === 8) this.#left = this.file.u32(start);
    if (type === 'fcTL') {
      this.#isAfterFrame = this.#left > 0;
      this.#left -= this.#isAfterFrame ? 1 : 0;
    }
    return (type !== 'fdAT' && type !== 'fcTL') || this.#isAfterFrame;
  }
}

/** The type of colour that needs a palette. */
const INDEXED = 3;

const isExif = (part: Uint8Array): boolean => readerOf(part).latin1(4, 4) === 'eXIf';

function isKept({ type, start, end }: PngChunk): boolean {
  const length = LENGTHS[type];
  return KEPT.has(type) && (length === undefined || length === end - start);
}

function wholeOf(bytes: Uint8Array, { start, next }: PngChunk): Uint8Array {
  return bytes.subarray(start - 8, next);
}

/** Packed anew, so that nothing follows the profile. One that cannot be read is left out. */
function profileChunk(data: Uint8Array): Uint8Array[] {
  try {
    const profile = cleanProfile(inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: MAX_PROFILE }));
    if (!profile) return [];
    return [chunkOf('iCCP', Buffer.concat([Buffer.from(`${PROFILE_NAME}\0\0`, 'latin1'), deflateSync(profile)]))];
  } catch {
    return [];
  }
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}
