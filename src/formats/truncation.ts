// Detects that a part of a file which holds a picture breaks off. Decoders fill the missing pixels
// with grey and do not report it. This happens most with interrupted copies, which leave a file of
// full length that ends in zeros, from the beginning of a page of memory on.

/** Bytes of a page of memory. */
const PAGE = 4096;

/** Bytes. The last byte before the page may be zero by itself, and so may the last pixel. */
const LEEWAY = 4;

/**
 * Fewest zeros from the beginning of a page on that count as missing. A picture that ends there by
 * chance in as many zeros is one in a thousand of those that end in zeros at all.
 */
const MIN_ZEROS = 32;

/**
 * Offset from which on a part is zeros as an interrupted copy leaves them; null where it is not.
 * The last page may be short. All zeros count where they fill a page.
 */
export function missingFrom(bytes: Uint8Array, start: number, end: number): number | null {
  let from = end;
  while (from > start && bytes[from - 1] === 0) from--;
  if (from === start) return end - start >= PAGE ? start : null;
  return pageOfZeros(from, end);
}

/**
 * The page at whose beginning a run of zeros begins; null where it begins elsewhere or is short.
 */
export function pageOfZeros(from: number, end: number): number | null {
  const page = Math.ceil(from / PAGE) * PAGE;
  return page - from < LEEWAY && end - page >= MIN_ZEROS ? page : null;
}

/** For uncompressed pixels, where zeros are black and may be the edge of a picture. */
export function arePixelsCut(bytes: Uint8Array, start: number, end: number): boolean {
  return end > bytes.length || missingFrom(bytes, start, end) !== null;
}

/**
 * For a compressed picture. No picture ends in a page of zeros, wherever it begins: libwebp encodes
 * a black picture of 16 megapixels with 1,542. A part shorter than a page must not be all zeros.
 */
export function isPartCut(bytes: Uint8Array, start: number, end: number): boolean {
  if (arePixelsCut(bytes, start, end)) return true;
  return bytes.subarray(Math.max(start, end - PAGE), end).every((byte) => byte === 0);
}
