// The operations on a RAW photo. Its metadata is read; its largest preview is examined in place of
// the picture.

import { PhotoError } from '../../errors.js';
import { openWithSharp, type Picture } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { withOrientation } from '../jpeg/with-orientation.js';
import { rawBlocks } from './blocks.js';
import { largestPreview, MIN_PREVIEW_SIDE } from './preview.js';

export function rawReader(mediaType: string): FormatReader {
  return { blocks: rawBlocks, decode: (bytes) => openRaw(bytes, mediaType) };
}

/** The largest preview shows the whole RAW photo, developed by the camera. */
async function openRaw(bytes: Uint8Array, mediaType: string): Promise<Picture> {
  const preview = largestPreview(bytes, mediaType);
  if (!preview) throw new PhotoError('raw-not-decoded');
  const { orientation } = preview;
  const jpeg = orientation === null ? preview.bytes : withOrientation(preview.bytes, orientation);
  const picture = await openWithSharp(jpeg);
  const isSmall = Math.max(preview.width, preview.height) < MIN_PREVIEW_SIDE;
  return { ...picture, unseen: isSmall ? [new PhotoError('raw-preview-small')] : [] };
}
