// The operations on a JPEG.
import { beyondPicture, openWithSharp, type Picture } from '../../image/picture.js';
import { readerOf } from '../byte-reader.js';
import type { FormatReader } from '../format.js';
import { jpegAttachments } from './attachments.js';
import { jpegBlocks } from './blocks.js';
import { cleanJpeg } from './clean.js';
import { hasHiddenRows } from './hidden-rows.js';
import { indexedPictures } from './mpf.js';
import { APP2, listSegments } from './segments.js';
import { hasExtraJpegData } from './unread-data.js';

export const reader: FormatReader = {
  blocks: jpegBlocks,
  attachments: jpegAttachments,
  namedPictures,
  endsEarly: (bytes) => !listSegments(readerOf(bytes)).hasEnd,
  decode,
  clean: cleanJpeg,
  hasUnreadData: hasExtraJpegData,
  orientedBy: 'exif',
  isReadBySharp: true,
};

async function decode(bytes: Uint8Array): Promise<Picture> {
  const picture = await openWithSharp(bytes);
  return { ...picture, unseen: [...picture.unseen, ...beyondPicture(await hasHiddenRows(bytes))] };
}

/** The pictures that the Multi-Picture index names, of any type. */
function* namedPictures(bytes: Uint8Array): Generator<Uint8Array> {
  for (const segment of listSegments(readerOf(bytes)).segments) {
    if (segment.marker !== APP2) continue;
    for (const picture of indexedPictures(bytes, segment)) {
      yield bytes.subarray(picture.start, picture.start + picture.bytes);
    }
  }
}
