// A TIFF without metadata: its pages are written anew, with their strips or tiles as coded.
import { MalformedError, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { cleanProfile } from '../icc/clean.js';
import { isNamed, listSegments } from '../jpeg/segments.js';
import {
  type Directory,
  firstDirectory,
  openTiff,
  readDirectory,
  type TiffBlock,
  walkDirectories,
} from './directories.js';
import type { TiffField } from './field.js';
import { isTiffLike } from './file-blocks.js';
import { withoutRest } from './strip-data.js';
import { type NewDirectory, type NewField, writeTiff } from './write.js';

/**
 * Tags that say how a page is decoded and shown (TIFF 6.0; Technical Notes 2 and 3): size, samples,
 * compression, colours, orientation, resolution, tables of JPEG.
 */
const KEPT: ReadonlySet<number> = new Set([
  ...[0x00fe, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x010a, 0x0112, 0x0115, 0x0116, 0x0118, 0x0119, 0x011a, 0x011b],
  ...[0x011c, 0x0122, 0x0123, 0x0124, 0x0125, 0x0128, 0x012d, 0x013d, 0x013e, 0x013f, 0x0140, 0x0141, 0x0142, 0x0143],
  ...[0x014c, 0x014e, 0x0152, 0x0153, 0x0154, 0x0155, 0x015b, 0x0211, 0x0212, 0x0213, 0x0214],
]);

const SUBFILE_TYPE = 0x00fe;
const [WIDTH, HEIGHT] = [0x0100, 0x0101];
const COMPRESSION = 0x0103;
const PROFILE = 0x8773;
const [BITS, PHOTOMETRIC, SAMPLES, ROWS, PLANAR] = [0x0102, 0x0106, 0x0115, 0x0116, 0x011c];
const [TILE_WIDTH, TILE_HEIGHT] = [0x0142, 0x0143];
const YCBCR = 6;
const [OLD_JPEG, JPEG] = [6, 7];
const STRIPS = [0x0111, 0x0117] as const;
const TILES = [0x0144, 0x0145] as const;

const MAX_PAGES = 1000;
const MAX_PARTS = 100_000;

/**
 * BigTIFF, with offsets of eight bytes, is read and not written.
 * @throws CleanError where a page is damaged or cannot be copied as it is coded
 */
export function cleanTiff(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  if (/^(?:II\+\0|MM\0\+)/.test(readerOf(bytes).latin1(0, 4))) throw new CleanError('format');
  const block = isTiffLike(bytes) ? openTiff(bytes) : null;
  if (!block) throw new CleanError('damaged');
  try {
    const pages = [...pagesOf(block)].map((page) => copyOf(bytes, page));
    const [first, ...rest] = pages;
    if (!first) throw new CleanError('damaged');
    return writeTiff([withKept(first, exif, block.reader.isLittle), ...rest], block.reader.isLittle);
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
}

/** Pages of the chain, without smaller copies of the first one. */
function* pagesOf(block: TiffBlock): Generator<Directory> {
  const seen = new Set<number>([0]);
  let first: Directory | null = null;
  for (let at = firstDirectory(block); !seen.has(at); ) {
    if (seen.size > MAX_PAGES) throw new CleanError('too-large');
    seen.add(at);
    const directory = readDirectory(block, at);
    if (directory.end === 0) throw new CleanError('damaged');
    if (first === null || !isSmallerCopy(directory, first)) yield directory;
    first ??= directory;
    at = directory.next;
  }
}

/** How far the shapes of a picture and of its smaller copy differ, by rounding. */
const MAX_SHAPE_CHANGE = 0.1;

/** A page that only states to be a smaller copy is a page. */
function isSmallerCopy(page: Directory, first: Directory): boolean {
  if (((fieldOf(page, SUBFILE_TYPE)?.number ?? 0) & 1) === 0) return false;
  const [width, height, fullWidth, fullHeight] = [...sizeOf(page), ...sizeOf(first)];
  const change = Math.abs((width * fullHeight) / (height * fullWidth) - 1);
  return width < fullWidth && height < fullHeight && change <= MAX_SHAPE_CHANGE;
}

function sizeOf(page: Directory): readonly [width: number, height: number] {
  return [fieldOf(page, WIDTH)?.number ?? 0, fieldOf(page, HEIGHT)?.number ?? 0];
}

function copyOf(bytes: Uint8Array, directory: Directory): NewDirectory {
  const readable = new Set(directory.fields);
  if (directory.entries.some((entry) => KEPT.has(entry.tag) && !readable.has(entry))) throw new CleanError('damaged');
  const compression = fieldOf(directory, COMPRESSION)?.number ?? 1;
  if (compression === OLD_JPEG) throw new CleanError('old-compression');
  const tags = fieldOf(directory, TILES[0]) ? TILES : STRIPS;
  const starts = fieldOf(directory, tags[0])?.numbers(MAX_PARTS) ?? [];
  const lengths = fieldOf(directory, tags[1])?.numbers(MAX_PARTS) ?? [];
  if (starts.length === 0 || starts.length !== lengths.length) throw new CleanError('damaged');
  const unpacked = unpackedBytes(directory, starts.length);
  const data = starts.map((start, index) => {
    const end = start + (lengths[index] ?? 0);
    if (end > bytes.length) throw new CleanError('damaged');
    const part = withoutRest(bytes.subarray(start, end), compression, unpacked(index));
    if (compression === JPEG && hasMore(part)) throw new CleanError('old-compression');
    return part;
  });
  const total = data.reduce((sum, { length }) => sum + length, 0);
  if (total > 2 * bytes.length) throw new CleanError('damaged');
  return { fields: fieldsOf(directory), parts: { tags, data } };
}

/** Bytes of the pixels of each strip or tile; null where they are not plain rows of samples. */
function unpackedBytes(page: Directory, parts: number): (index: number) => number | null {
  const numberOf = (tag: number, unless: number) => fieldOf(page, tag)?.number ?? unless;
  const [width, height] = sizeOf(page);
  const samples = numberOf(SAMPLES, 1);
  const bits = fieldOf(page, BITS)?.numbers(samples) ?? [1];
  const isPlanar = numberOf(PLANAR, 1) === 2;
  const [bit = 1] = bits;
  const isSubsampled = numberOf(PHOTOMETRIC, 1) === YCBCR;
  if (width === 0 || height === 0 || isSubsampled || bits.some((other) => other !== bit)) return () => null;
  const rowBytes = (columns: number) => Math.ceil((columns * bit * (isPlanar ? 1 : samples)) / 8);
  const isTiled = fieldOf(page, TILES[0]) !== undefined;
  if (isTiled) return () => rowBytes(numberOf(TILE_WIDTH, 0)) * numberOf(TILE_HEIGHT, 0) || null;
  const rows = Math.min(height, numberOf(ROWS, height));
  const perPlane = isPlanar ? Math.ceil(parts / samples) : parts;
  return (index) => rowBytes(width) * Math.min(rows, height - (index % perPlane) * rows) || null;
}

/** Whether a strip of JPEG data has application segments or comments. */
function hasMore(part: Uint8Array): boolean {
  const file = readerOf(part);
  return listSegments(file).segments.some(
    (segment) => segment.marker >= 0xe0 && segment.marker !== 0xee && !isNamed(file, segment, 0xe0, 'JFIF\0'),
  );
}

function fieldsOf(directory: Directory): NewField[] {
  const seen = new Set<number>();
  const fields = directory.fields.filter(({ tag }) => KEPT.has(tag) && !seen.has(tag) && seen.add(tag));
  const profile = fieldOf(directory, PROFILE);
  const whole = profile ? cleanProfile(profile.bytes) : null;
  return [
    ...fields.map(({ tag, type, count, bytes }) => ({ tag, type, count, bytes })),
    ...(whole ? [{ tag: PROFILE, type: 7, count: whole.length, bytes: whole }] : []),
  ];
}

/** What the person keeps is in the directory of the first page, beside what that page has. */
function withKept(page: NewDirectory, exif: Uint8Array | null, isLittle: boolean): NewDirectory {
  const block = exif ? openTiff(exif) : null;
  if (!block || block.reader.isLittle !== isLittle) return page;
  const own = new Set(page.fields.map(({ tag }) => tag));
  const below = new Map<number, NewDirectory>();
  let fields = page.fields;
  for (const { kind, fields: kept } of walkDirectories(block)) {
    const copies = kept.map(({ tag, type, count, bytes }) => ({ tag, type, count, bytes }));
    if (kind === 'main') fields = [...fields, ...copies.filter(({ tag }) => !own.has(tag) && !isLeadTag(tag))];
    else below.set(kind === 'exif' ? EXIF_LEAD : GPS_LEAD, { fields: copies });
  }
  return { ...page, fields, below };
}

const [EXIF_LEAD, GPS_LEAD] = [0x8769, 0x8825];
const isLeadTag = (tag: number): boolean => tag === EXIF_LEAD || tag === GPS_LEAD;

function fieldOf({ fields }: Directory, wanted: number): TiffField | undefined {
  return fields.find(({ tag }) => tag === wanted);
}
