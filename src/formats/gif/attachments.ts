// What a GIF carries besides its pictures: data after its trailer.
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { trailingData } from '../trailers/trailing-data.js';
import { gifEnd, gifSize } from './structure.js';

/** Throws MalformedError where the file breaks off before its trailer. */
export function gifAttachments(bytes: Uint8Array): readonly Attachment[] {
  const file = readerOf(bytes);
  return trailingData(file, gifEnd(file), { ...gifSize(file), index: null });
}
