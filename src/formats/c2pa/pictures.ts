// Pictures in a manifest: thumbnails of the picture and of earlier ones, depth maps, icons.
import { readerOf } from '../byte-reader.js';

/** Beginnings of JPEG, PNG, GIF, WebP, HEIF and AVIF, JPEG XL, JPEG 2000. */
const BEGINNINGS =
  /^(?:\xff\xd8\xff|\x89PNG|GIF8[79]a|RIFF.{4}WEBP|.{4}ftyp(?:hei[cx]|hevc|mif1|msf1|avi[fs])|.{4}(?:JXL|jP) {1,2}|\xff\n)/s;

/** Whether the bytes are a picture, or are called one. An SVG is a text. */
export function isPicture(bytes: Uint8Array, mediaType: string): boolean {
  return BEGINNINGS.test(readerOf(bytes).latin1(0, 16)) || /^image\/(?!svg)/.test(mediaType);
}

/** Base 64 of the beginnings of a JPEG, a PNG, a WebP and a GIF. */
const IN_BASE64 =
  /^(?:data:image\/[\w.+-]{1,20};base64,)?((?:\/9j\/|iVBORw0KGgo|UklGR|R0lGOD)[A-Za-z0-9+/\s]{40,}={0,2})\s*$/;

/** The picture that a text holds; null for any other text. */
export function pictureInText(text: string): Uint8Array | null {
  const [, data] = text.length > 60 ? (IN_BASE64.exec(text) ?? []) : [];
  return data === undefined ? null : Buffer.from(data, 'base64');
}
