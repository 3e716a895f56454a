// The merged picture of a Photoshop document (Adobe, "Photoshop File Formats Specification"): what every viewer shows of it.
// Its layers are not put together here; that there are any is said.

import { PhotoError } from '../../errors.js';
import { ByteCursor } from '../byte-cursor.js';
import { MalformedError, readerOf } from '../byte-reader.js';
import { arePixelsCut } from '../truncation.js';

export interface PsdPicture {
  /** Row by row; one or three channels. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly layers: number;
  /** The file ends before the picture does, or in zeros; what is missing is black. */
  readonly isCut: boolean;
}

/** Colour modes that need no colour profile to be read: grey, RGB, and ink, whose values are stored inverted. */
const [GREY, RGB, CMYK] = [1, 3, 4];

const HEAD_BYTES = 26;

/**
 * Pictures of 8 or 16 bits a channel, of which the upper 8 are taken.
 * @throws PhotoError `corrupt`, `too-large`, or `format-unsupported` for other modes and depths
 */
export function decodePsd(bytes: Uint8Array, maxPixels: number): PsdPicture {
  try {
    return decode(bytes, maxPixels);
  } catch (error) {
    if (error instanceof MalformedError) throw new PhotoError('corrupt');
    throw error;
  }
}

function decode(bytes: Uint8Array, maxPixels: number): PsdPicture {
  const read = new ByteCursor(readerOf(bytes));
  read.next(4);
  const isLarge = read.next(2) === 2;
  read.at = 12;
  const [channels, height, width, depth, mode] = [read.next(2), read.next(4), read.next(4), read.next(2), read.next(2)];
  if (!(width > 0 && height > 0)) throw new PhotoError('corrupt');
  if (width * height > maxPixels) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
  const wanted = mode === GREY ? 1 : mode === RGB ? 3 : mode === CMYK ? 4 : 0;
  if (wanted === 0 || channels < wanted || (depth !== 8 && depth !== 16)) {
    throw new PhotoError('format-unsupported', 'PHOTOSHOP');
  }
  read.at = HEAD_BYTES;
  skip(read, 4); // palette
  skip(read, 4); // resources
  const layers = layersIn(read, isLarge ? 8 : 4);
  const { rows, isCut } = readRows(bytes, read, {
    rows: wanted * height,
    all: channels * height,
    width: (width * depth) / 8,
    isLarge,
  });
  const planes = depth === 16 ? upperBytes(rows) : rows;
  const data = interleave(planes, width * height, wanted);
  return { data, width, height, channels: wanted === 1 ? 1 : 3, layers, isCut };
}

/** Of numbers of two bytes. A filter() would hold ten times as much on the way: more than a worker has for a large picture. */
function upperBytes(numbers: Uint8Array): Uint8Array {
  const upper = new Uint8Array(numbers.length / 2);
  for (let at = 0; at < upper.length; at++) upper[at] = numbers[2 * at] as number;
  return upper;
}

function skip(read: ByteCursor, size: number): void {
  const length = read.next(size);
  read.at += length;
}

/** Layers, by the head of their section, which is passed over. */
function layersIn(read: ByteCursor, size: number): number {
  const length = read.next(size);
  const end = read.at + length;
  let layers = 0;
  if (length >= size + 2 && read.next(size) > 0) {
    const count = read.next(2);
    // Below 0 where the first transparency channel belongs to the merged picture.
    layers = Math.abs((count << 16) >> 16);
  }
  read.at = end;
  return layers;
}

interface Rows {
  /** How many are wanted, and how many there are. */
  readonly rows: number;
  readonly all: number;
  /** Bytes of one. */
  readonly width: number;
  readonly isLarge: boolean;
}

/** One channel after the other, plain or run by run (PackBits). What breaks off stays 0. */
function readRows(
  bytes: Uint8Array,
  read: ByteCursor,
  { rows, all, width, isLarge }: Rows,
): Pick<PsdPicture, 'isCut'> & { readonly rows: Uint8Array } {
  const compression = read.next(2);
  // Nothing of the picture is there: a head alone may claim any size.
  if (read.at >= bytes.length) throw new PhotoError('corrupt');
  const data = new Uint8Array(rows * width);
  if (compression === 0) {
    data.set(bytes.subarray(read.at, read.at + data.length));
    return { rows: data, isCut: arePixelsCut(bytes, read.at, read.at + data.length) };
  }
  if (compression !== 1) throw new PhotoError('format-unsupported', 'PHOTOSHOP');
  const size = isLarge ? 4 : 2;
  const start = read.at + all * size;
  let [at, isCut] = [start, false];
  for (let row = 0; row < rows; row++) {
    const length = read.next(size);
    // No row is packed into nothing, nor into the zeros of an interrupted copy: each pair of them makes one black value.
    isCut = !unpack(bytes.subarray(at, at + length), data.subarray(row * width, (row + 1) * width)) || isCut;
    at += length;
  }
  return { rows: data, isCut: isCut || at > bytes.length };
}

/**
 * PackBits: a byte below 128 says that as many and one more follow as they are, one above that the next is repeated.
 * @returns whether the row is full
 */
function unpack(packed: Uint8Array, row: Uint8Array): boolean {
  let to = 0;
  for (let at = 0; at < packed.length && to < row.length; ) {
    const head = packed[at++] as number;
    if (head < 128) {
      const part = packed.subarray(at, Math.min(at + head + 1, at + row.length - to));
      row.set(part, to);
      at += head + 1;
      to += part.length;
    } else if (head > 128) {
      const end = Math.min(row.length, to + 257 - head);
      row.fill(packed[at++] ?? 0, to, end);
      to = end;
    }
  }
  return to === row.length;
}

function interleave(planes: Uint8Array, pixels: number, channels: number): Uint8Array {
  if (channels === 1) return planes;
  const data = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const black = channels === 4 ? (planes[3 * pixels + pixel] as number) : 255;
    for (let channel = 0; channel < 3; channel++) {
      data[pixel * 3 + channel] = ((planes[channel * pixels + pixel] as number) * black) / 255;
    }
  }
  return data;
}
