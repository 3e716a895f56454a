// What a PNG carries besides its picture: data after its last chunk.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { trailingData } from '../trailers/trailing-data.js';
import { chunksOf, endsPng, sizeIn } from './chunks.js';

/** @throws PhotoError `truncated` where the file breaks off before its picture ends */
export function pngAttachments(bytes: Uint8Array): readonly Attachment[] {
  const file = readerOf(bytes);
  let size = { width: 0, height: 0 };
  for (const chunk of chunksOf(file)) {
    if (chunk.isBroken) break;
    size = sizeIn(file, chunk) ?? size;
    if (endsPng(chunk, file.length)) return trailingData(file, chunk.next, { ...size, index: null });
  }
  throw new PhotoError('truncated');
}
