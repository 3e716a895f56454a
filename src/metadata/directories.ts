// TIFF directories by exifr: what it is asked, what it answers, and how it is led to a directory it does not look for itself.
import exifr from 'exifr';
import { viewOf } from './block.js';

/** As exifr gives it: a text, a number, or several numbers in an array of some kind. */
export type Value = string | number | ArrayLike<number> | undefined;
export type Directory = Readonly<Record<string, Value>>;

export interface Directories {
  readonly ifd0?: Directory;
  readonly ifd1?: Directory;
  readonly exif?: Directory;
  readonly gps?: Directory;
  readonly makerNote?: Value;
  readonly userComment?: Value;
}

type Choice = true | { readonly pick: readonly (string | number)[] };

/** Which directories and, with `pick`, which of their tags; what is not named is left out. */
interface Wanted {
  readonly ifd0?: Choice;
  readonly exif?: Choice;
  readonly gps?: Choice;
  readonly ifd1?: true;
  readonly makerNote?: true;
  readonly userComment?: true;
  /** Keys as numbers instead of names. */
  readonly translateKeys?: false;
  /** Keeps tags that lead to other blocks. */
  readonly sanitize?: false;
}

/** What exifr is asked. To be made once: exifr keeps every options object it has met for ever. */
export interface Question {
  readonly strict: object;
  readonly lenient: object;
}

/** exifr's own choice would merge blocks, put times into this machine's zone, and parse what is read elsewhere. */
const RAW = {
  ...{ ifd0: false, ifd1: false, exif: false, gps: false, interop: false },
  ...{ xmp: false, iptc: false, icc: false, jfif: false, ihdr: false },
  ...{ mergeOutput: false, translateValues: false, reviveValues: false },
};

export function toAsk(wanted: Wanted): Question {
  return {
    strict: { ...RAW, ...wanted, silentErrors: false },
    lenient: { ...RAW, ...wanted, silentErrors: true },
  };
}

/** What can be read of a block from its byte order mark on. */
export async function readDirectories(bytes: Uint8Array, { lenient }: Question): Promise<Directories> {
  return (await exifr.parse(bytes, lenient)) ?? {};
}

/** The same, or null where any directory is damaged: exifr tells that only by throwing everything away. */
export async function readWholeDirectories(bytes: Uint8Array, { strict }: Question): Promise<Directories | null> {
  try {
    return (await exifr.parse(bytes, strict)) ?? {};
  } catch {
    return null;
  }
}

export function isLittleEndian(bytes: Uint8Array): boolean {
  return bytes[0] === 0x49;
}

/** Where the block's first directory begins. */
export function directoryStart(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(4, isLittleEndian(bytes));
}

/** The first directories of up to `most` pages; `isWhole` is false where there are more or the chain leads out of the file. */
export function pageStarts(bytes: Uint8Array, most: number): { starts: number[]; isWhole: boolean } {
  const view = viewOf(bytes);
  const isLittle = isLittleEndian(bytes);
  const starts: number[] = [];
  for (let at = directoryStart(bytes); at !== 0; ) {
    if (starts.length === most) return { starts, isWhole: false };
    starts.push(at);
    const end = at + 2 <= bytes.length ? at + 2 + 12 * view.getUint16(at, isLittle) : Number.POSITIVE_INFINITY;
    if (end + 4 > bytes.length) return { starts, isWhole: false };
    at = view.getUint32(end, isLittle);
  }
  return { starts, isWhole: true };
}

/** The same bytes with the directory at `start` as the first one: exifr has no other way to be led there. */
export function withFirstDirectory(
  bytes: Uint8Array,
  start: number,
  order = isLittleEndian(bytes) ? 'II' : 'MM',
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const isLittle = order === 'II';
  copy.fill(order.charCodeAt(0), 0, 2);
  viewOf(copy).setUint16(2, 42, isLittle);
  viewOf(copy).setUint32(4, start, isLittle);
  return copy;
}
