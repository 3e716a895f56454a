// What a PNG carries besides its picture: whatever follows its last chunk.
import { PhotoError } from '../../errors.js';
import { type Attachment, latin1, viewOf } from '../attachment.js';
import { readTail } from '../trailers/trailing-data.js';
import { chunksFrom, PNG_SIGNATURE } from './chunks.js';

/** @throws PhotoError `truncated` where the file breaks off before its picture ends */
export function pngAttachments(bytes: Uint8Array): readonly Attachment[] {
  if (latin1(bytes, 0, 8) !== PNG_SIGNATURE) throw new PhotoError('truncated');
  let size = { width: 0, height: 0 };
  for (const { type, start, end, next } of chunksFrom(bytes, 8)) {
    const view = viewOf(bytes);
    if (type === 'IHDR' && end - start >= 8) size = { width: view.getUint32(start), height: view.getUint32(start + 4) };
    if (type === 'IEND') return readTail(bytes, next, { ...size, index: null });
  }
  throw new PhotoError('truncated');
}
