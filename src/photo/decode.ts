// Opens the picture of a file upright, with the decoder of its format.
import type { Sharp } from 'sharp';
import { PhotoError } from '../errors.js';
import { readerFor, UNKNOWN_TYPE } from '../formats/registry.js';
import { type Picture, type ScaleOf, uprightPipeline } from '../image/picture.js';
import { loadSharp } from '../image/sharp.js';

/** @throws PhotoError where it cannot be decoded */
export async function openPicture(mediaType: string, bytes: Uint8Array, scaleOf?: ScaleOf): Promise<Picture> {
  if (mediaType === UNKNOWN_TYPE) throw new PhotoError('content-unknown');
  const { decode } = await readerFor(mediaType);
  if (!decode) throw new PhotoError('format-unsupported', formatName(mediaType));
  return decode(bytes, scaleOf);
}

/**
 * A pipeline over an upright picture whose size no caller needs. Where sharp decodes it, this saves
 * one pass over the file.
 * @throws PhotoError. Damage or an excessive size may show only when the pipeline runs.
 */
export async function pipelineOf(mediaType: string, bytes: Uint8Array): Promise<Sharp> {
  if ((await readerFor(mediaType)).isReadBySharp) return uprightPipeline(await loadSharp(), bytes, 'none');
  return (await openPicture(mediaType, bytes)).pipeline('none');
}

/** `image/vnd.adobe.photoshop` -> `PHOTOSHOP`. */
function formatName(mediaType: string): string {
  return mediaType.replace(/^.*[/.]|^image\/x-/, '').toUpperCase();
}
