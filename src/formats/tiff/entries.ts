// The few numbers of TIFF directories that name pictures. Each read is bounded.
import { asciiAt, viewOf } from '../metadata-block.js';

export interface Entry {
  /** Values, not bytes. */
  readonly count: number;
  /** The value itself where it is one short or long; else where the values stand, from the start of the block. */
  readonly value: number;
}

/** TIFF 6.0: the field type of 16-bit numbers; all else that is asked for here has 32 bits. */
const SHORT = 3;
const SUB_DIRECTORIES = 0x014a;

/** Bounds for chains that bite their tail: more than any camera writes. */
const MAX_DIRECTORIES = 32;
const MAX_ENTRIES = 1000;

/** Where the directories of a block begin: the chain, and those that are named below them. Empty where it is no TIFF block. */
export function directoryStarts(block: Uint8Array): readonly number[] {
  if (!/^(II|MM)$/.test(asciiAt(block, 0, 2)) || block.length < 8) return [];
  const view = viewOf(block);
  const isLittle = isLittleEndian(block);
  const starts = new Set<number>();
  const open = [view.getUint32(4, isLittle)];
  for (let start = open.shift(); start !== undefined && starts.size < MAX_DIRECTORIES; start = open.shift()) {
    if (start < 8 || start + 2 > block.length || starts.has(start)) continue;
    starts.add(start);
    const end = start + 2 + 12 * view.getUint16(start, isLittle);
    if (end + 4 <= block.length) open.push(view.getUint32(end, isLittle));
    const below = directoryEntries(block, start).get(SUB_DIRECTORIES);
    if (below) open.push(...values(block, below));
  }
  return [...starts];
}

/** By tag; what reaches past the end of the block is left out. */
export function directoryEntries(block: Uint8Array, start: number): ReadonlyMap<number, Entry> {
  const view = viewOf(block);
  const isLittle = isLittleEndian(block);
  const entries = new Map<number, Entry>();
  const count = Math.min(MAX_ENTRIES, view.getUint16(start, isLittle));
  for (let at = start + 2; at < start + 2 + 12 * count && at + 12 <= block.length; at += 12) {
    const isShort = view.getUint16(at + 2, isLittle) === SHORT && view.getUint32(at + 4, isLittle) === 1;
    const value = isShort ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle);
    entries.set(view.getUint16(at, isLittle), { count: view.getUint32(at + 4, isLittle), value });
  }
  return entries;
}

function values(block: Uint8Array, { count, value }: Entry): number[] {
  if (count === 1) return [value];
  const amount = Math.min(count, MAX_DIRECTORIES, Math.floor((block.length - value) / 4));
  return Array.from({ length: Math.max(0, amount) }, (_, index) =>
    viewOf(block).getUint32(value + 4 * index, isLittleEndian(block)),
  );
}

function isLittleEndian(block: Uint8Array): boolean {
  return block[0] === 0x49;
}
