// Rasters of real photos for the tests of the faces detector, made as the worker makes them.
import sharp from 'sharp';
import type { Photo } from '../../src/types/photo.js';
import type { Raster } from '../../src/types/raster.js';

/**
 * An upright raster of the picture, at most 1000 pixels on its long side; rotated clockwise by
 * `degrees` without an orientation tag.
 */
export async function rasterOf(file: string | Buffer, degrees = 0): Promise<Raster> {
  const whole = await sharp(file).rotate(degrees).png().toBuffer({ resolveWithObject: true });
  const { data, info } = await sharp(whole.data)
    .resize(1000, 1000, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const covers = { left: 0, top: 0, width: whole.info.width, height: whole.info.height };
  return { data: new Uint8Array(data), width: info.width, height: info.height, covers };
}

/** A photo that offers nothing but its pixels. */
export function photoOf(raster: Raster): Photo {
  const unasked = (): never => {
    throw new Error('the faces detector needs only pixels');
  };
  return {
    unseen: [],
    target: { path: 'photo.jpg', bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    bytes: new Uint8Array(1),
    size: { width: raster.covers.width, height: raster.covers.height },
    metadata: unasked,
    attachments: unasked,
    sidecars: unasked,
    videoMetadata: unasked,
    liveVideo: unasked,
    embeddedPictures: unasked,
    pixels: async () => raster,
    region: unasked,
  };
}
