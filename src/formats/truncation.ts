// Detects that a part of a file which holds a picture breaks off. Decoders fill the missing pixels
// with gray and do not report it. This happens most with interrupted copies, which leave a file of
// full length that ends in zeros.

/**
 * Bytes of a page of memory: interrupted copies end at a page. No picture ends in as many zeros:
 * libwebp encodes a black picture of 16 megapixels with 1,542.
 */
const PAGE = 4096;

/** Bytes. The last pixel before the page may be black, or have a fourth byte without meaning. */
const LEEWAY = 4;

/**
 * For uncompressed pixels, where zeros are black. They count only from the start of a page on,
 * where an interrupted copy leaves them. A black edge begins there once in a thousand times.
 */
export function arePixelsCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  let from = end;
  while (from > start && bytes[from - 1] === 0) from--;
  return from > start && end - from >= PAGE && (PAGE - (from % PAGE)) % PAGE < LEEWAY;
}

/**
 * For a compressed picture: whether the file ends within the part, or the last page of the part is
 * zeros. A part shorter than a page must be all zeros.
 */
export function isPartCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  return bytes.subarray(Math.max(start, end - PAGE), end).every((byte) => byte === 0);
}
