// What can be done with a JPEG.
import { openWithSharp } from '../../image/picture.js';
import type { FormatReader } from '../format.js';
import { jpegAttachments } from './attachments.js';
import { jpegBlocks, listSegments } from './blocks.js';
import { indexedPictures } from './mpf.js';

const APP2 = 0xe2;

export const reader: FormatReader = {
  blocks: jpegBlocks,
  attachments: jpegAttachments,
  namedPictures,
  endsEarly: (bytes) => !listSegments(bytes).hasEnd,
  decode: (bytes) => openWithSharp(bytes),
  orientedBy: 'exif',
  isReadBySharp: true,
};

/** The smaller copies that the Multi-Picture index names. */
function* namedPictures(bytes: Uint8Array): Generator<Uint8Array> {
  for (const { marker, data } of listSegments(bytes).segments) {
    if (marker !== APP2) continue;
    const start = data.byteOffset - bytes.byteOffset;
    for (const picture of indexedPictures(bytes, { start, end: start + data.length })) {
      if (picture.isSmallerCopy) yield bytes.subarray(picture.start, picture.start + picture.bytes);
    }
  }
}
