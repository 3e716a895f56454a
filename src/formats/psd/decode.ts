// Decodes the merged picture of a Photoshop document, which is what every viewer shows (Adobe,
// "Photoshop File Formats Specification"). Layers are not composed; their number is reported.
import { PhotoError } from '../../errors.js';
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { arePixelsCut } from '../truncation.js';
import { PSD_HEADER } from './resources.js';

export interface PsdPicture {
  /** Row by row, with one or three channels. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly layers: number;
  /** The file ends before the picture does, or in zeros. The missing part is black. */
  readonly isCut: boolean;
}

/**
 * Colour modes that can be read without a colour profile: grey, RGB, and CMYK, whose values are
 * stored inverted.
 */
const [GREY, RGB, CMYK] = [1, 3, 4];

/** Values of compression: none, PackBits. */
const [PLAIN, PACKED] = [0, 1];

/**
 * Decodes pictures of 8 or 16 bits a channel. Of 16 bits, the upper 8 are used.
 * @throws PhotoError `corrupt`, `too-large`, or `format-unsupported` for other modes and depths
 */
export function decodePsd(bytes: Uint8Array, maxPixels: number): PsdPicture {
  try {
    return decode(readerOf(bytes), maxPixels);
  } catch (error) {
    if (error instanceof MalformedError) throw new PhotoError('corrupt');
    throw error;
  }
}

function decode(file: ByteReader, maxPixels: number): PsdPicture {
  const isLarge = file.u16(4) === 2;
  const [channels, height, width] = [file.u16(12), file.u32(14), file.u32(18)];
  const [depth, mode] = [file.u16(22), file.u16(24)];
  if (!(width > 0 && height > 0)) throw new PhotoError('corrupt');
  if (width * height > maxPixels) throw new PhotoError('too-large', `${Math.round((width * height) / 1e6)}`);
  const wanted = mode === GREY ? 1 : mode === RGB ? 3 : mode === CMYK ? 4 : 0;
  if (wanted === 0 || channels < wanted || (depth !== 8 && depth !== 16)) {
    throw new PhotoError('format-unsupported', 'PHOTOSHOP');
  }
  const palette = PSD_HEADER;
  const resources = endOfSection(file, palette, 4);
  const layerSection = endOfSection(file, resources, 4);
  const layers = layersIn(file, layerSection, isLarge ? 8 : 4);
  const { rows, isCut } = readRows(file, endOfSection(file, layerSection, isLarge ? 8 : 4), {
    rows: wanted * height,
    all: channels * height,
    width: (width * depth) / 8,
    isLarge,
  });
  const planes = depth === 16 ? upperBytes(rows) : rows;
  const data = interleave(planes, width * height, wanted);
  return { data, width, height, channels: wanted === 1 ? 1 : 3, layers, isCut };
}

/**
 * The upper bytes of numbers of two bytes. A filter() would need ten times the memory on the way,
 * more than a worker has for a large picture.
 */
function upperBytes(numbers: Uint8Array): Uint8Array {
  const upper = new Uint8Array(numbers.length / 2);
  for (let at = 0; at < upper.length; at++) upper[at] = numbers[2 * at] as number;
  return upper;
}

/** The end of a section that begins with its length in `size` bytes. */
function endOfSection(file: ByteReader, at: number, size: number): number {
  return at + size + file.uint(at, size);
}

/** The number of layers, from the header of their section. The rest of the section is not read. */
function layersIn(file: ByteReader, at: number, size: number): number {
  const info = at + size;
  if (file.uint(at, size) < size + 2 || file.uint(info, size) === 0) return 0;
  // Below 0 where the first transparency channel belongs to the merged picture.
  return Math.abs(file.i16(info + size));
}

interface Rows {
  /** The number of wanted rows, and of stored rows. */
  readonly rows: number;
  readonly all: number;
  /** Bytes of a row. */
  readonly width: number;
  readonly isLarge: boolean;
}

/** One channel after the other, plain or run-length encoded (PackBits). What is missing stays 0. */
function readRows(
  file: ByteReader,
  at: number,
  { rows, all, width, isLarge }: Rows,
): Pick<PsdPicture, 'isCut'> & { readonly rows: Uint8Array } {
  const compression = file.u16(at);
  const start = at + 2;
  // Nothing of the picture is there. A header alone may claim any size.
  if (start >= file.length) throw new PhotoError('corrupt');
  const bytes = file.bytes(0);
  const data = new Uint8Array(rows * width);
  if (compression === PLAIN) {
    data.set(bytes.subarray(start, start + data.length));
    return { rows: data, isCut: arePixelsCut(bytes, start, start + data.length) };
  }
  if (compression !== PACKED) throw new PhotoError('format-unsupported', 'PHOTOSHOP');
  const lengthBytes = isLarge ? 4 : 2;
  let [from, isCut] = [start + all * lengthBytes, false];
  for (let row = 0; row < rows; row++) {
    const to = from + file.uint(start + row * lengthBytes, lengthBytes);
    // No row is packed into 0 bytes, nor into the zeros of an interrupted copy: each pair of zeros
    // makes one black value.
    isCut = !unpack(bytes.subarray(from, to), data.subarray(row * width, (row + 1) * width)) || isCut;
    from = to;
  }
  return { rows: data, isCut: isCut || from > bytes.length };
}

/**
 * PackBits: a byte below 128 states how many bytes follow unchanged, less one. After a byte above
 * 128, the next byte is repeated.
 * @returns whether the row is full
 */
function unpack(packed: Uint8Array, row: Uint8Array): boolean {
  let to = 0;
  for (let at = 0; at < packed.length && to < row.length; ) {
    const count = packed[at++] as number;
    if (count < 128) {
      const part = packed.subarray(at, Math.min(at + count + 1, at + row.length - to));
      row.set(part, to);
      at += count + 1;
      to += part.length;
    } else if (count > 128) {
      const end = Math.min(row.length, to + 257 - count);
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
