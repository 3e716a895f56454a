// What a WebP carries besides its picture: data after its last chunk.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { isRiffCut, riffBody, riffChunks } from '../riff/chunks.js';
import { trailingData } from '../trailers/trailing-data.js';

/** The form of a RIFF file that holds a picture. */
export const WEBP_FORM = 'WEBP';

/** @throws PhotoError `truncated` where the file breaks off before its chunks end */
export function webpAttachments(bytes: Uint8Array): readonly Attachment[] {
  const file = readerOf(bytes);
  const body = riffBody(file, WEBP_FORM);
  if (!body || isRiffCut(file)) throw new PhotoError('truncated');
  const little = file.ordered(true);
  let size = { width: 0, height: 0 };
  for (const { type, start, end } of riffChunks(file, body)) {
    // Sides less one, with 24 bits each.
    if (type === 'VP8X' && end - start >= 10)
      size = { width: little.uint(start + 4, 3) + 1, height: little.uint(start + 7, 3) + 1 };
  }
  return trailingData(file, body.end, { ...size, index: null });
}
