// Runs inside a worker: a small copy of a photo, with what must be covered painted over.
import { UsageError } from '../errors.js';
import { loadSharp } from '../image/sharp.js';
import { openPicture } from '../photo/decode.js';
import type { Region } from '../types/detection.js';
import type { PictureResult, ThumbnailRequest } from '../types/thumbnail.js';
import type { VideoTools } from '../video/ffmpeg.js';
import { openTarget } from './open-target.js';

/** Pixels of the long side, and bytes of the JPEG. */
const MAX_SIDE = 200;
const MAX_BYTES = 10_000;

/** The first that is small enough is taken. */
const QUALITIES = [75, 60, 45, 30, 15];

/**
 * Long side in pixels to which a picture shrinks before it is enlarged again: no face has a pixel
 * of its own.
 */
const BLURRED_SIDE = 10;

/**
 * Share of its longer side by which a region grows at each side, and pixels of the small copy at
 * least.
 */
const MARGIN = 0.15;
const MIN_MARGIN = 2;

/** By so much the shape of the picture may differ from that of the examined one. */
const MAX_SHAPE_ERROR = 0.03;

/** Pixels, three bytes each. */
interface Small {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Never rejects because of the file. */
export async function makeThumbnail(request: ThumbnailRequest, videos: VideoTools): Promise<PictureResult> {
  try {
    const { photo, sha256 } = await openTarget(request.target, videos);
    if (sha256 !== request.sha256) return { why: 'changed' };
    if (!photo.hasPicture) return { why: 'raw' };
    const small = await shrunk(request, photo.bytes);
    if (small === null) return { why: 'undecodable' };
    const { size, covered } = request;
    if (size === null && covered.length > 0) return { why: 'covered' };
    for (const region of covered) paintOver(small, region, small.width / (size?.width ?? small.width));
    if (covered.length > 0 && small.data.every((value) => value === 0)) return { why: 'all-covered' };
    return await encoded(request.isBlurred ? await blurred(small) : small);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { why: 'undecodable' };
  }
}

/** Null where it has not the shape in which regions were found. */
async function shrunk({ target, size }: ThumbnailRequest, bytes: Uint8Array): Promise<Small | null> {
  const picture = await openPicture(target.mediaType, bytes, (longSide) => Math.min(1, MAX_SIDE / longSide));
  const shape = size === null ? 1 : (size.width * picture.height) / (size.height * picture.width);
  if (Math.abs(shape - 1) > MAX_SHAPE_ERROR) return null;
  const { data, info } = await picture
    .pipeline('none')
    .flatten({ background: { r: 255, g: 255, b: 255 } })
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return info.channels === 3 ? { data, width: info.width, height: info.height } : null;
}

/** Black, grown: the pixels around it hold a part of it. */
function paintOver({ data, width, height }: Small, region: Region, scale: number): void {
  const margin = Math.max(MIN_MARGIN, MARGIN * Math.max(region.width, region.height) * scale);
  const left = Math.max(0, Math.floor(region.left * scale - margin));
  const right = Math.min(width, Math.ceil((region.left + region.width) * scale + margin));
  const top = Math.max(0, Math.floor(region.top * scale - margin));
  const bottom = Math.min(height, Math.ceil((region.top + region.height) * scale + margin));
  for (let row = top; row < bottom; row++) {
    if (left < right) data.fill(0, (row * width + left) * 3, (row * width + right) * 3);
  }
}

async function blurred(small: Small): Promise<Small> {
  const sharp = await loadSharp();
  const tiny = await raw(sharp, small)
    .resize({ width: BLURRED_SIDE, height: BLURRED_SIDE, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = small;
  const data = await raw(sharp, { data: tiny.data, width: tiny.info.width, height: tiny.info.height })
    .resize({ width, height, fit: 'fill' })
    .raw()
    .toBuffer();
  return { data, width, height };
}

async function encoded(small: Small): Promise<PictureResult> {
  const sharp = await loadSharp();
  for (const quality of QUALITIES) {
    const jpeg = await raw(sharp, small).jpeg({ quality }).toBuffer();
    if (jpeg.length <= MAX_BYTES) {
      return { data: jpeg.toString('base64'), width: small.width, height: small.height };
    }
  }
  return { why: 'undecodable' };
}

function raw(sharp: Awaited<ReturnType<typeof loadSharp>>, { data, width, height }: Small) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}
