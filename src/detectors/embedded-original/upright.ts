// The embedded picture, turned as the main one is: it has no orientation of its own.
import sharp from 'sharp';
import { mirror, type Pixels, rotate90, type Turns } from '../../image/raster.js';
import { PhotoError } from '../../words/problems.js';

/** Pixels of the largest embedded picture that is decoded: previews are at most as large as the photo. */
const MAX_PIXELS = 100_000_000;

/** Pixels of the long side at which it is decoded. */
const MAX_SIDE = 320;

/** By EXIF orientation: whether to mirror first, and the quarter turns clockwise then (Exif 2.32, tag 0x0112). */
const TURNS: ReadonlyMap<number, { readonly isMirrored: boolean; readonly turns: Turns }> = new Map([
  [2, { isMirrored: true, turns: 0 }],
  [3, { isMirrored: false, turns: 2 }],
  [4, { isMirrored: true, turns: 2 }],
  [5, { isMirrored: true, turns: 3 }],
  [6, { isMirrored: false, turns: 1 }],
  [7, { isMirrored: true, turns: 1 }],
  [8, { isMirrored: false, turns: 3 }],
]);

/** EXIF orientation of the main picture, 1..8. */
export async function orientationOf(file: Uint8Array): Promise<number> {
  return (await sharp(file, { limitInputPixels: false }).metadata()).orientation ?? 1;
}

/** @throws PhotoError where it is damaged so that nothing of it can be decoded. */
export async function decode(jpeg: Uint8Array): Promise<Pixels> {
  try {
    const { data, info } = await sharp(jpeg, { failOn: 'none', limitInputPixels: MAX_PIXELS })
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new PhotoError('embedded-unreadable');
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
    };
  } catch {
    // libvips names file internals in its messages; the code says all that may be said.
    throw new PhotoError('embedded-unreadable');
  }
}

export function turn(pixels: Pixels, orientation: number): Pixels {
  const { isMirrored, turns } = TURNS.get(orientation) ?? { isMirrored: false, turns: 0 };
  return rotate90(isMirrored ? mirror(pixels) : pixels, turns);
}
