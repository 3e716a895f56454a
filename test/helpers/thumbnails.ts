// JPEG files with a given thumbnail in their second EXIF directory, as cameras write them.
import sharp, { type Sharp } from 'sharp';
import { samplePhoto } from './sample-photos.js';

/** A photo of people from the face-api package, 800 pixels wide. */
export async function photo(number: 1 | 3 | 4 | 5 | 6): Promise<Sharp> {
  return sharp(
    await sharp(samplePhoto(`sample${number}`))
      .resize(800, 600, { fit: 'cover' })
      .png()
      .toBuffer(),
  );
}

/** As a camera makes it: 160 pixels wide, strongly compressed. */
export function thumbnailOf(picture: Sharp, width = 160, height = 120): Promise<Buffer> {
  return picture.clone().resize(width, height, { fit: 'fill' }).removeAlpha().jpeg({ quality: 70 }).toBuffer();
}

/**
 * Little-endian EXIF: orientation in the first directory, offset and length of the thumbnail in the
 * second.
 */
export function exifBlock(thumbnail: Uint8Array, orientation = 1, length = thumbnail.length): Buffer {
  const block = Buffer.alloc(8 + 18 + 30);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(1, 8);
  entry(block, 10, 0x0112, 3, orientation);
  block.writeUInt32LE(26, 22);
  block.writeUInt16LE(2, 26);
  entry(block, 28, 0x0201, 4, block.length);
  entry(block, 40, 0x0202, 4, length);
  return Buffer.concat([block, thumbnail]);
}

function entry(block: Buffer, at: number, tag: number, type: number, value: number): void {
  block.writeUInt16LE(tag, at);
  block.writeUInt16LE(type, at + 2);
  block.writeUInt32LE(1, at + 4);
  block.writeUInt32LE(value, at + 8);
}

/** A JPEG of `picture`, unchanged, with a thumbnail. */
export async function jpegAround(picture: Sharp, thumbnail: Uint8Array, orientation = 1): Promise<Buffer> {
  const plain = await picture.clone().removeAlpha().jpeg({ quality: 88 }).toBuffer();
  return withExif(plain, exifBlock(thumbnail, orientation));
}

export function withExif(jpeg: Buffer, block: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 8, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from('Exif\0\0', 'latin1'), block, jpeg.subarray(2)]);
}
