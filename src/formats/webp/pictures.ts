// Counts the pictures in a WebP, whatever its header states about an animation.
import { readerOf } from '../byte-reader.js';
import { riffBody, riffChunks } from '../riff/chunks.js';
import { WEBP_FORM } from './attachments.js';

/** A still picture, lossy or lossless, and a frame of an animation. */
const PICTURES: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);

export function webpPictures(bytes: Uint8Array): number {
  const file = readerOf(bytes);
  const body = riffBody(file, WEBP_FORM);
  let pictures = 0;
  for (const { type } of body ? riffChunks(file, body) : []) if (PICTURES.has(type)) pictures++;
  return pictures;
}
