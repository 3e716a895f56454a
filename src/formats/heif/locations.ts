// Where the items of a HEIC, HEIF or AVIF are stored: the box `iloc` (ISO/IEC 14496-12, 8.11.3).
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import type { Box } from '../isobmff/boxes.js';

/** Where an item's bytes are. */
export interface ItemLocation {
  /**
   * What its ranges must not leave: the file, or the content of the box `idat`, as phones keep
   * small items.
   */
  readonly within: ByteRange;
  /** In the file. Not checked: a file that ends early states them as they were. */
  readonly ranges: readonly ByteRange[];
}

/**
 * Entries of a table: properties and items of the largest photos are some hundreds, mostly tiles.
 */
export const MAX_ENTRIES = 20_000;

/** Parts in which one item is stored; one is usual. */
const MAX_PARTS = 256;

/** Sizes that a number in `iloc` has; the standard has 0, 4 and 8. */
const NUMBER_SIZES: ReadonlySet<number> = new Set([0, 1, 2, 4, 8]);

/** How an item's offsets count (`construction_method`); from another item, 2, is not followed. */
const [FROM_FILE, FROM_IDAT] = [0, 1];

/** By item, without those whose offsets count from where nothing is read. Throws MalformedError. */
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
      // A length of 0 reaches to the end.
      ranges.push({ start, end: length === 0 && within ? within.end : start + length });
    }
    if (within) locations.set(id, { within, ranges });
  }
  return locations;
}

/** An item's bytes, joined. A copy. Throws MalformedError where they are not whole in the file. */
export function itemBytes(file: ByteReader, location: ItemLocation | null): Uint8Array {
  if (!location) throw new MalformedError('an item is stored nowhere');
  const { within, ranges } = location;
  const parts = ranges.map(({ start, end }) => {
    if (end > within.end) throw file.malformed('an item reaches past the end', start);
    return file.bytes(start, end);
  });
  // Parts may be named more than once, so that a small file would ask for any amount of memory.
  if (parts.reduce((total, part) => total + part.length, 0) > within.end - within.start)
    throw file.malformed('an item is longer than the file', within.start);
  return Buffer.concat(parts);
}
