// TIFF directories (TIFF 6.0, section 2), which are the structure of EXIF, RAW files, maker notes
// and multi-picture indexes. Reading them is bounded, and nothing is copied.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { inMarkedOrder } from './byte-order.js';
import { TiffField } from './field.js';

/**
 * What may still be read of a block. Without it, fields that share bytes and directories that lead
 * to each other would not end.
 */
interface Budget {
  fields: number;
  bytes: number;
}

export interface TiffBlock {
  /** In the byte order of the block. Offsets count from its first byte. */
  readonly reader: ByteReader;
  /**
   * Bytes of a count, and of an offset: 2 and 4 in TIFF 6.0, 8 in BigTIFF, whose files may be
   * larger than 4 GiB.
   */
  readonly sizes: { readonly count: 2 | 8; readonly offset: 4 | 8 };
  readonly budget: Budget;
}

export interface Directory {
  /**
   * All fields in the table, including those of unknown types or with values outside of the block.
   */
  readonly entries: readonly TiffField[];
  /** The fields that can be read. */
  readonly fields: readonly TiffField[];
  /** Offset of the next directory of the chain; 0 where there is none. */
  readonly next: number;
  /** Every declared field can be read. */
  readonly isWhole: boolean;
  /** Offset after the table. */
  readonly end: number;
}

export const CLASSIC: TiffBlock['sizes'] = { count: 2, offset: 4 };
export const BIG: TiffBlock['sizes'] = { count: 8, offset: 8 };

/**
 * Limits on the fields of one directory, and of all directories of a block. No camera writes as
 * many.
 */
const MAX_FIELDS = 2000;
const MAX_BLOCK_FIELDS = 20_000;
/**
 * Bytes of all values: this many, or this many times the size of the block. Pages may share a
 * value, and a maker note is a value itself.
 */
const MAX_VALUE_BYTES = 1 << 26;
const MAX_READS_OF_A_BYTE = 8;

/** The byte order mark, the format's number, and the offset of the first directory. */
const HEADER_BYTES = 8;

const NOTHING: Directory = { entries: [], fields: [], next: 0, isWhole: false, end: 0 };

export function tiffBlock(reader: ByteReader, sizes = CLASSIC): TiffBlock {
  const bytes = Math.max(MAX_VALUE_BYTES, MAX_READS_OF_A_BYTE * reader.length);
  return { reader, sizes, budget: { fields: MAX_BLOCK_FIELDS, bytes } };
}

/** Null where the block does not begin with a byte order mark. */
export function openTiff(bytes: Uint8Array): TiffBlock | null {
  const reader = inMarkedOrder(readerOf(bytes), 0);
  return reader && reader.length >= HEADER_BYTES ? tiffBlock(reader) : null;
}

/** Offset of the first directory of the block. */
export function firstDirectory({ reader }: TiffBlock): number {
  return reader.u32(4);
}

/** Never throws. */
export function readDirectory({ reader, sizes, budget }: TiffBlock, start: number): Directory {
  if (!Number.isInteger(start) || !reader.has(start, sizes.count)) return NOTHING;
  const entryBytes = 4 + 2 * sizes.offset;
  const declared = reader.uint(start, sizes.count);
  const first = start + sizes.count;
  const room = Math.floor((reader.length - first) / entryBytes);
  const count = Math.min(declared, room, MAX_FIELDS, budget.fields);
  budget.fields -= count;
  const entries: TiffField[] = [];
  for (let index = 0; index < count; index++) {
    entries.push(new TiffField(reader, first + entryBytes * index, sizes.offset));
  }
  const fields = entries.filter((field) => field.isReadable && isAffordable(field, budget));
  const end = first + entryBytes * declared;
  const next = reader.has(end, sizes.offset) ? reader.uint(end, sizes.offset) : 0;
  return {
    entries,
    fields,
    next,
    isWhole: fields.length === declared,
    end: Math.min(reader.length, end + sizes.offset),
  };
}

function isAffordable({ length }: TiffField, budget: Budget): boolean {
  budget.bytes -= length;
  return budget.bytes >= 0;
}

export type DirectoryKind = 'main' | 'exif' | 'gps';

export interface PlacedDirectory extends Directory {
  readonly kind: DirectoryKind;
  /** It is the first directory of the block. */
  readonly isFirst: boolean;
}

/**
 * Tags that lead to further directories in the same block (Exif 3.0, section 4.6.3; TIFF Technical
 * Note 1).
 */
const LEADS: ReadonlyMap<number, DirectoryKind> = new Map([
  [0x8769, 'exif'],
  [0x8825, 'gps'],
  [0x014a, 'main'],
]);

/**
 * Directories of one block. No camera writes as many; the limit ends a chain that leads back to
 * itself.
 */
const MAX_DIRECTORIES = 64;
/** Directories that one tag leads to. */
const MAX_LEADS = 16;

export function isLead({ tag }: TiffField): boolean {
  return LEADS.has(tag);
}

/**
 * Every directory of the block once. The directories that one leads to follow it, then the next one
 * of its chain. Never throws. A directory outside of the block, and the first one above the limit,
 * are returned without fields and not whole.
 * @param first what the first directory is: some files have EXIF's directories in boxes of their
 *   own
 */
export function* walkDirectories(block: TiffBlock, first: DirectoryKind = 'main'): Generator<PlacedDirectory> {
  const open: { kind: DirectoryKind; start: number }[] = [{ kind: first, start: firstDirectory(block) }];
  const seen = new Set<number>([0]);
  for (let found = open.shift(); found; found = open.shift()) {
    const { kind, start } = found;
    if (seen.has(start)) continue;
    const isFirst = seen.size === 1;
    if (seen.size > MAX_DIRECTORIES) {
      yield { kind, isFirst, ...NOTHING };
      return;
    }
    seen.add(start);
    const directory = readDirectory(block, start);
    yield { kind, isFirst, ...directory };
    const next = kind === 'main' ? [{ kind, start: directory.next }] : [];
    open.unshift(...directory.fields.flatMap(ledTo), ...next);
  }
}

function ledTo(field: TiffField): { kind: DirectoryKind; start: number }[] {
  const kind = LEADS.get(field.tag);
  return kind ? field.numbers(MAX_LEADS).map((start) => ({ kind, start })) : [];
}
