// Whether the coded picture of a WebP breaks off.
import { readerOf } from '../byte-reader.js';
import { riffBody, riffChunks } from '../riff/chunks.js';
import { isPartCut } from '../truncation.js';
import { WEBP_FORM } from './attachments.js';

/** Lossy and lossless pictures, and frames of an animation. */
const PICTURES: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** Also true where there is no picture. */
export function isWebpCut(bytes: Uint8Array): boolean {
  const file = readerOf(bytes);
  const body = riffBody(file, WEBP_FORM);
  let hasPicture = false;
  for (const { type, start, end, isBroken } of body ? riffChunks(file, body) : []) {
    if (!PICTURES.has(type)) continue;
    hasPicture = true;
    if (isBroken || isPartCut(bytes, start, end)) return true;
  }
  return !hasPicture;
}
