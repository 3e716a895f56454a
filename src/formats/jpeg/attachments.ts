// What a JPEG carries besides its picture: media that its tables name, and data after its end.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { readerOf } from '../byte-reader.js';
import { trailingData } from '../trailers/trailing-data.js';
import { hasProperty, type MediaIndex, readMediaIndex } from './media-index.js';
import { wholePicture } from './segments.js';
import { isExtendedXmp } from './xmp-segments.js';

/** @throws PhotoError `truncated` where the file breaks off before its picture ends */
export function jpegAttachments(bytes: Uint8Array): readonly Attachment[] {
  const file = readerOf(bytes);
  const picture = wholePicture(file, 0);
  if (!picture) throw new PhotoError('truncated');
  const isAll = picture.end >= file.length && !picture.segments.some((segment) => isExtendedXmp(file, segment));
  // Nothing that the tables could describe.
  if (isAll) return [];
  const index = readMediaIndex(file, picture);
  return [...inExtendedXmp(index), ...trailingData(file, picture.end, { ...picture, index })];
}

/** Media that the older formats of Google keep as text in extended XMP. */
function inExtendedXmp({ xmp, extended }: MediaIndex): Attachment[] {
  if (!extended) return [];
  const kinds = [
    { what: 'depth map', property: /^GDepth:(?:Format|Mime)$/ },
    { what: 'second picture', property: /^GImage:Mime$/ },
    { what: 'sound', property: /^GAudio:Mime$/ },
  ] as const;
  return kinds
    .filter(({ property }) => hasProperty(xmp, property))
    .map(({ what }) => ({ what, ...extended, isProved: false, isNamed: true }));
}
