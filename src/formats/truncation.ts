// Whether a part of a file that holds a picture breaks off. Decoders fill what is missing with grey
// and do not report it, above all where a copy that was interrupted has left a file of full length
// whose end is zeros.

/**
 * Bytes of a page of memory, in which interrupted copies come. Pictures do not end in as many
 * zeros: libwebp gives a black one of 16 megapixels 1,542.
 */
const PAGE = 4096;

/**
 * Bytes: a last pixel before the page may be black itself, or have a fourth byte without meaning.
 */
const LEEWAY = 4;

/**
 * Of pixels that are kept as they are: zeros are black there, so that they count only from a page's
 * beginning on, where an interrupted copy leaves them. A black edge begins there once in a thousand
 * times.
 */
export function arePixelsCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  let from = end;
  while (from > start && bytes[from - 1] === 0) from--;
  return from > start && end - from >= PAGE && (PAGE - (from % PAGE)) % PAGE < LEEWAY;
}

/**
 * Of a compressed picture: whether the file ends within the part, or a page at the part's end, or
 * all of a shorter one, is zeros.
 */
export function isPartCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (end > bytes.length) return true;
  return bytes.subarray(Math.max(start, end - PAGE), end).every((byte) => byte === 0);
}
