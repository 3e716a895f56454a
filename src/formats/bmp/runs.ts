// Run-length encoding of a BMP (Microsoft, "Bitmap Compression"): pairs of a count and a value, and
// escapes, which begin with 0.

export interface RunLayout {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Offset of the first run. */
  readonly start: number;
  /** Bits of a pixel: 8, or 4 with two pixels in a byte. */
  readonly depth: number;
}

/**
 * The byte after a 0: the row ends, the picture ends, or the position moves. From 3 on, that many
 * uncompressed pixels follow.
 */
const [END_OF_ROW, END_OF_PICTURE, MOVE] = [0, 1, 2];

/**
 * The end of the last escape or run that a decoder needs, and whether the picture is complete
 * there. The decoder does not report runs that break off between two of them. It also counts the
 * end of the last row, which most programs mark, as one row too many.
 */
export function endOfRuns(
  bytes: Uint8Array,
  { width, height, start, depth }: RunLayout,
): { readonly end: number; readonly isWhole: boolean } {
  let [at, x, y] = [start, 0, 0];
  while (at + 2 <= bytes.length) {
    const [count, value] = [bytes[at] as number, bytes[at + 1] as number];
    let next = at + 2;
    if (count > 0) x += count;
    else if (value === END_OF_ROW) {
      if (y + 1 >= height) return { end: at, isWhole: true };
      [x, y] = [0, y + 1];
    } else if (value === END_OF_PICTURE) return { end: next, isWhole: true };
    else if (value === MOVE) {
      next += 2;
      x += bytes[at + 2] ?? 0;
      y += bytes[at + 3] ?? 0;
    } else {
      const length = Math.ceil((value * depth) / 8);
      next += length + (length % 2);
      x += value;
    }
    if (next > bytes.length) break;
    at = next;
  }
  return { end: at, isWhole: y >= height - 1 && x >= width };
}
