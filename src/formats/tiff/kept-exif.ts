// The EXIF of a clean copy: how the picture lies, its resolution, and what the person keeps.
import type { Block } from '../metadata-block.js';
import { openTiff, type PlacedDirectory, walkDirectories } from './directories.js';
import type { TiffField } from './field.js';
import { type NewDirectory, type NewField, writeTiff } from './write.js';

/** What a person may keep. Each is the part of a rule's id after `metadata/`. */
export const KEEPABLE = ['location', 'capture-time', 'device-identity', 'person-name', 'other-text'] as const;
export type Keepable = (typeof KEEPABLE)[number];

/**
 * Of the directory of places: its position, height, direction, speed and destination (Exif 3.0,
 * section 4.6.6), and its time. Texts about it are names of places.
 */
const GPS_PLACE: ReadonlySet<number> = new Set([
  ...[0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13],
  ...[0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1e, 0x1f],
]);
const GPS_TIME: ReadonlySet<number> = new Set([0x07, 0x1d]);

const ORIENTATION = 0x0112;
const COLOR_SPACE = 0xa001;
const [EXIF_DIRECTORY, GPS_DIRECTORY] = [0x8769, 0x8825];

/** Always kept: XResolution, YResolution, ResolutionUnit. */
const LAYOUT: ReadonlySet<number> = new Set([ORIENTATION, 0x011a, 0x011b, 0x0128]);

/** Tags of the main directory, by what states them (Exif 3.0, section 4.6.4). */
const MAIN: Readonly<Record<Keepable, readonly number[]>> = {
  location: [],
  'capture-time': [0x0132],
  'device-identity': [0x010f, 0x0110],
  'person-name': [0x013b, 0x8298],
  'other-text': [0x010e],
};

/** Tags of the EXIF directory (Exif 3.0, section 4.6.5). */
const EXIF: Readonly<Record<Keepable, readonly number[]>> = {
  location: [],
  'capture-time': [0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292],
  'device-identity': [0xa431, 0xa433, 0xa434, 0xa435],
  'person-name': [0xa430],
  'other-text': [0x9286],
};

/** Bytes of a kept value. No text of a camera is longer. */
const MAX_VALUE = 4096;

/**
 * Null where nothing would be in it: an upright picture of unknown resolution.
 * @param blocks of the file; the first with EXIF counts, as for a viewer
 * @param isOriented the format states how the picture lies only here
 */
export function keptExif(
  blocks: Iterable<Block>,
  keep: ReadonlySet<Keepable>,
  { isOriented }: { readonly isOriented: boolean },
): Uint8Array | null {
  for (const block of blocks) {
    if (block.kind !== 'tiff' || block.first === 'exif' || block.first === 'gps') continue;
    const opened = openTiff(block.bytes);
    if (opened) return exifOf([...walkDirectories(opened)], keep, opened.reader.isLittle, isOriented);
  }
  return null;
}

function exifOf(
  directories: readonly PlacedDirectory[],
  keep: ReadonlySet<Keepable>,
  isLittle: boolean,
  isOriented: boolean,
): Uint8Array | null {
  const tagsOf = (table: Readonly<Record<Keepable, readonly number[]>>) => [...keep].flatMap((kept) => table[kept]);
  const first = directories.find(({ isFirst }) => isFirst);
  const exif = directories.find(({ kind }) => kind === 'exif');
  const gps = directories.find(({ kind }) => kind === 'gps');
  const wanted = new Set([...LAYOUT, ...tagsOf(MAIN)]);
  if (!isOriented) wanted.delete(ORIENTATION);
  const main = (first?.fields ?? []).filter(({ tag }) => wanted.has(tag)).map(copied);
  const inExif = new Set([COLOR_SPACE, ...tagsOf(EXIF)]);
  const below = new Map<number, NewDirectory>();
  const exifFields = (exif?.fields ?? []).filter(({ tag }) => inExif.has(tag)).map(copied);
  const isInGps = (tag: number) => GPS_PLACE.has(tag) || (keep.has('capture-time') && GPS_TIME.has(tag));
  const gpsFields = keep.has('location') ? (gps?.fields ?? []).filter(({ tag }) => isInGps(tag)).map(copied) : [];
  if (exifFields.length > 0) below.set(EXIF_DIRECTORY, { fields: unique(exifFields) });
  if (gpsFields.length > 0) below.set(GPS_DIRECTORY, { fields: unique(gpsFields) });
  if (main.length === 0 && below.size === 0) return null;
  return writeTiff([{ fields: unique(main), below }], isLittle);
}

function copied({ tag, type, count, length, bytes }: TiffField): NewField {
  return length <= MAX_VALUE ? { tag, type, count, bytes } : { tag, type, count: 0, bytes: new Uint8Array() };
}

/** The first of each tag, without those that were too long to keep. */
function unique(fields: readonly NewField[]): NewField[] {
  const seen = new Set<number>();
  return fields.filter(({ tag, count }) => count > 0 && !seen.has(tag) && seen.add(tag));
}
