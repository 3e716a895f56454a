// Finds where a whole picture ends that begins inside another file: PNG, WebP, GIF and HEIF.
import { type ByteReader, MalformedError } from '../byte-reader.js';
import { gifEnd } from '../gif/structure.js';
import { walkVideo } from '../isobmff/embedded-video.js';
import { beginsPng, chunksFrom, PNG_SIGNATURE } from '../png/chunks.js';

/** The first bytes of a picture that is not made of boxes. */
export const PICTURE_STARTS = [PNG_SIGNATURE, 'RIFF', 'GIF87a', 'GIF89a'] as const;

/** Brands of files that hold a picture, or a sequence of pictures (ISO/IEC 23008-12, AVIF). */
const PICTURE_BRANDS = /^(hei|hev|mif|msf|avi[fs])/;

/** Offset after the picture that begins at `start`; null where none begins or it breaks off. */
export function otherPictureEnd(file: ByteReader, start: number, end: number): number | null {
  const found = pngEnd(file, start) ?? webpEnd(file, start) ?? wholeGif(file, start) ?? heifEnd(file, start);
  return found !== null && found <= end ? found : null;
}

function pngEnd(file: ByteReader, start: number): number | null {
  if (!beginsPng(file, start)) return null;
  for (const { type, next } of chunksFrom(file, start + PNG_SIGNATURE.length)) if (type === 'IEND') return next;
  return null;
}

function webpEnd(file: ByteReader, start: number): number | null {
  if (file.latin1(start, 4) !== 'RIFF' || file.latin1(start + 8, 4) !== 'WEBP') return null;
  return start + 8 + file.ordered(true).u32(start + 4);
}

function wholeGif(file: ByteReader, start: number): number | null {
  if (!file.latin1(start, 6).startsWith('GIF8')) return null;
  try {
    return gifEnd(file, start);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

function heifEnd(file: ByteReader, start: number): number | null {
  const isPicture = file.latin1(start + 4, 4) === 'ftyp' && PICTURE_BRANDS.test(file.latin1(start + 8, 4));
  return isPicture ? (walkVideo(file, start)?.end ?? null) : null;
}
