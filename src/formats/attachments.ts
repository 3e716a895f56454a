// Everything that a still picture's file carries beside its picture, by the kind of the file.
import { PhotoError } from '../messages/problems.js';
import { type Attachment, latin1, viewOf } from './attachment.js';
import { heifParts } from './heif/attachments.js';
import { BrokenBoxes } from './isobmff/boxes.js';
import { type JpegIndex, readIndex } from './jpeg/media-index.js';
import { walkJpeg } from './jpeg/walk-picture.js';
import { chunksFrom, PNG_SIGNATURE } from './png/chunks.js';
import { readTail } from './trailers/trailing-data.js';

type Reader = (bytes: Uint8Array) => readonly Attachment[];

const READERS: Readonly<Record<string, Reader>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/heic': heifParts,
  'image/heif': heifParts,
  'image/avif': heifParts,
};

/**
 * Parts in file order by kind of place; none for kinds of files that have no reader.
 * @param mediaType by content
 * @throws PhotoError `truncated` where the file breaks off before its picture ends, `structure-broken` where its boxes contradict themselves
 */
export function attachments(bytes: Uint8Array, mediaType: string): readonly Attachment[] {
  const read = READERS[mediaType];
  if (!read) return [];
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof BrokenBoxes) throw new PhotoError('structure-broken', `${error.offset}`);
    // What bounded readers throw where a table points outside of the file.
    if (error instanceof RangeError) throw new PhotoError('truncated');
    throw error;
  }
}

function jpegParts(bytes: Uint8Array): readonly Attachment[] {
  const picture = walkJpeg(bytes, 0);
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

function pngParts(bytes: Uint8Array): readonly Attachment[] {
  if (latin1(bytes, 0, 8) !== PNG_SIGNATURE) throw new PhotoError('truncated');
  let size = { width: 0, height: 0 };
  for (const { type, start, end, next } of chunksFrom(bytes, 8)) {
    const view = viewOf(bytes);
    if (type === 'IHDR' && end - start >= 8) size = { width: view.getUint32(start), height: view.getUint32(start + 4) };
    if (type === 'IEND') return readTail(bytes, next, { ...size, index: null });
  }
  throw new PhotoError('truncated');
}
