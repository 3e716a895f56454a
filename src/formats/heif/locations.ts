// Where the items of a HEIC, HEIF or AVIF are stored: the box `iloc` (ISO/IEC 14496-12, 8.11.3).
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import type { Box } from '../isobmff/boxes.js';

/** Where an item's bytes are. */
export interface ItemLocation {
  /**
   * The range that contains all of the item's ranges: the file, or the content of the box `idat`,
   * where phones keep small items.
   */
  readonly within: ByteRange;
  /** Offsets in the file. Not checked: in a file that ends early they may be past its end. */
  readonly ranges: readonly ByteRange[];
}

/**
 * Entries of a table. The largest photos have some hundreds of properties and items, mostly tiles.
 */
export const MAX_ENTRIES = 20_000;

/** Parts in which one item is stored. One is usual. */
const MAX_PARTS = 256;

/** Sizes in bytes of a number in `iloc`. The standard has 0, 4 and 8. */
const NUMBER_SIZES: ReadonlySet<number> = new Set([0, 1, 2, 4, 8]);

/** What an item's offsets count from (`construction_method`). 2, another item, is not followed. */
const [FROM_FILE, FROM_IDAT] = [0, 1];

/**
 * By item. Items whose offsets count from an unsupported origin are missing. Throws MalformedError.
 */
export function readLocations(file: ByteReader, iloc: Box, idat: Box | undefined): Map<number, ItemLocation> {
  const fields = new ByteCursor(file, iloc.start, iloc.end);
  const version = fields.next(4) >>> 24;
  const sizes = fields.next(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  if (![offsetSize, lengthSize, baseSize, indexSize].every((size) => NUMBER_SIZES.has(size)))
    throw file.malformed('no such size of number', iloc.start + 4);
  const wide = version < 2 ? 2 : 4;
  const sources = new Map<number, ByteRange | undefined>([
    [FROM_FILE, { start: 0, end: file.length }],
    [FROM_IDAT, idat],
  ]);
  const locations = new Map<number, ItemLocation>();
  for (let left = fields.count(wide, MAX_ENTRIES); left > 0; left--) {
    const id = fields.next(wide);
    const method = version === 0 ? FROM_FILE : fields.next(2) & 15;
    fields.next(2);
    const base = fields.next(baseSize);
    const within = sources.get(method);
    const ranges: ByteRange[] = [];
    let parts = fields.count(2, MAX_ENTRIES);
    if (parts > 1 && offsetSize + lengthSize === 0)
      throw file.malformed('an item has parts without an offset', fields.at - 2);
    for (; parts > 0; parts--) {
      const at = fields.at;
      if (ranges.length >= MAX_PARTS) throw file.malformed('an item in more parts than any writer makes', at);
      fields.next(indexSize);
      const start = (within?.start ?? 0) + base + fields.next(offsetSize);
      const length = fields.next(lengthSize);
      // A length of 0 means up to the end.
      ranges.push({ start, end: length === 0 && within ? within.end : start + length });
    }
    if (within) locations.set(id, { within, ranges });
  }
  return locations;
}

/**
 * An item's bytes, joined into a copy. Throws MalformedError where the file does not hold all of
 * them.
 */
export function itemBytes(file: ByteReader, location: ItemLocation | null): Uint8Array {
  if (!location) throw new MalformedError('an item is stored nowhere');
  const { within, ranges } = location;
  const parts = ranges.map(({ start, end }) => {
    if (end > within.end) throw file.malformed('an item reaches past the end', start);
    return file.bytes(start, end);
  });
  // A part may be named more than once. Without this check, a small file could ask for any amount
  // of memory.
  if (parts.reduce((total, part) => total + part.length, 0) > within.end - within.start)
    throw file.malformed('an item is longer than the file', within.start);
  return Buffer.concat(parts);
}
