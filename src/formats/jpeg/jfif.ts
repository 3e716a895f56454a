// The thumbnail of JFIF 1.02, in its own segment or in an extension: a JPEG, or pixels only.
import { readerOf } from '../byte-reader.js';
import { pictureOfPixels } from '../tiff/plain-picture.js';

/** Offset of the width in the segment of JFIF. The height and the pixels follow. */
const JFIF_WIDTH_AT = 12;
/** The same in an extension, after its name and kind. */
const EXTENSION_WIDTH_AT = 6;

const [AS_JPEG, WITH_PALETTE, AS_PIXELS] = [0x10, 0x11, 0x13];
const COLOURS = 256;
const BYTES_OF_COLOUR = 3;

/**
 * A file of its own; null where the segment has none. Pixels that are missing break off there, too.
 * @param data an APP0 segment
 */
export function jfifThumbnail(data: Uint8Array): Uint8Array | null {
  const name = readerOf(data).latin1(0, 5);
  if (name === 'JFIF\0') return ofPixels(data.subarray(JFIF_WIDTH_AT));
  if (name !== 'JFXX\0') return null;
  const content = data.subarray(EXTENSION_WIDTH_AT);
  switch (data[EXTENSION_WIDTH_AT - 1]) {
    case AS_JPEG:
      return content;
    case WITH_PALETTE:
      return ofPalette(content);
    case AS_PIXELS:
      return ofPixels(content);
    default:
      return null;
  }
}

/** Width, height, pixels. */
function ofPixels(sized: Uint8Array): Uint8Array | null {
  const [width = 0, height = 0] = sized;
  const pixels = sized.subarray(2);
  return width * height === 0 || pixels.length === 0 ? null : pictureOfPixels(width, height, pixels);
}

/** Width, height, colours, a colour's number for each pixel. */
function ofPalette(sized: Uint8Array): Uint8Array | null {
  const colours = sized.subarray(2, 2 + COLOURS * BYTES_OF_COLOUR);
  const numbers = sized.subarray(2 + COLOURS * BYTES_OF_COLOUR);
  const pixels = new Uint8Array(numbers.length * BYTES_OF_COLOUR);
  numbers.forEach((number, at) => {
    pixels.set(colours.subarray(number * BYTES_OF_COLOUR, (number + 1) * BYTES_OF_COLOUR), at * BYTES_OF_COLOUR);
  });
  return ofPixels(Buffer.concat([sized.subarray(0, 2), pixels]));
}
