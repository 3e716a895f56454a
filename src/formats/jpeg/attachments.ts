// What a JPEG carries besides its picture: media that its tables name, and whatever follows its end.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { readTail } from '../trailers/trailing-data.js';
import { type JpegIndex, readIndex } from './media-index.js';
import { wholePicture } from './segments.js';

/** @throws PhotoError `truncated` where the file breaks off before its picture ends */
export function jpegAttachments(bytes: Uint8Array): readonly Attachment[] {
  const picture = wholePicture(readerOf(bytes), 0);
  if (!picture) throw new PhotoError('truncated');
  const index = readIndex(bytes, picture);
  return [...xmpParts(index), ...readTail(bytes, picture.end, { ...picture, index })];
}

/** Media that Google's older formats keep as text in extended XMP. */
function xmpParts({ xmp, extended }: JpegIndex): Attachment[] {
  if (!extended) return [];
  const kinds = [
    { what: 'depth map', sign: /\bGDepth:(?:Format|Mime)\b/ },
    { what: 'second picture', sign: /\bGImage:Mime\b/ },
    { what: 'sound', sign: /\bGAudio:Mime\b/ },
  ] as const;
  return kinds
    .filter(({ sign }) => sign.test(xmp))
    .map(({ what }) => ({ what, ...extended, isProved: false, isNamed: true }));
}
