// Canon's CR3, made of boxes: its directories of EXIF, each in a box of its own, and its previews
// (as ExifTool documents them).
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { c2paBlocks, manifestIn } from '../c2pa/c2pa.js';
import { type Box, boxesIn, boxIn, boxOf } from '../isobmff/boxes.js';
import type { Block } from '../metadata-block.js';
import type { Tag } from '../tag.js';
import { type DirectoryKind, firstDirectory, openTiff } from '../tiff/directories.js';
import { makerNote } from '../tiff/maker-note.js';

/** The id at the beginning of a box `uuid`. */
const ID_BYTES = 16;

/**
 * After the id come 8 bytes and the box `PRVW`. Its JPEG begins among the first bytes of its
 * content.
 */
const PREVIEW_AT = 24;
const PREVIEW_SEARCHED = 66;

/**
 * The samples of its tracks, one of which is a JPEG of full size, and the preview in a box `uuid`.
 * Throws MalformedError.
 */
export function cr3Previews(bytes: Uint8Array): ByteRange[] {
  const file = readerOf(bytes);
  const top = [...boxesIn(file)];
  const moov = boxOf(top, 'moov');
  const tracks = moov ? [...boxesIn(file, moov)].filter(({ type }) => type === 'trak') : [];
  const previews = top.filter(({ type }) => type === 'uuid').flatMap((uuid) => previewIn(file, uuid));
  return [...tracks.flatMap((track) => firstSample(file, track)), ...previews];
}

/**
 * The box `CMT1` in `moov`: the first directory as a TIFF block; null without one. Throws
 * MalformedError.
 */
export function cr3Directory(bytes: Uint8Array): Uint8Array | null {
  const file = readerOf(bytes);
  const uuid = boxIn(file, boxIn(file, { start: 0, end: file.length }, 'moov'), 'uuid');
  const block = uuid && boxIn(file, { start: uuid.start + ID_BYTES, end: uuid.end }, 'CMT1');
  return block ? file.bytes(block.start, block.end) : null;
}

/** XMP, in a box `uuid` of its own. */
const XMP_ID = 'be7acfcb97a942e89c71999491e3afac';

/** Which directory of EXIF each box holds. `CMT3` is the maker note. */
const DIRECTORIES: ReadonlyMap<string, DirectoryKind> = new Map([
  ['CMT1', 'main'],
  ['CMT2', 'exif'],
  ['CMT4', 'gps'],
]);

export function isCr3(bytes: Uint8Array): boolean {
  return readerOf(bytes).latin1(4, 8) === 'ftypcrx ';
}

/** Throws MalformedError where the boxes break off, after everything before that was read. */
export function* cr3Blocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  let hasDirectory = false;
  for (const top of boxesIn(file)) {
    if (top.type === 'uuid') yield* uuidBlocks(file, top);
    if (top.type !== 'moov') continue;
    const [uuid] = [...boxesIn(file, top)].filter(({ type }) => type === 'uuid');
    if (!uuid) continue;
    for (const { type, start, end } of boxesIn(file, { start: uuid.start + ID_BYTES, end: uuid.end })) {
      const first = DIRECTORIES.get(type);
      const block = file.bytes(start, end);
      if (first) yield { kind: 'tiff', bytes: block, first };
      else if (type === 'CMT3') yield { kind: 'tags', tags: noteTags(block) };
      hasDirectory ||= first === 'main';
    }
  }
  if (!hasDirectory) throw file.malformed('no directory', 0);
}

/** XMP, or a C2PA manifest. */
function* uuidBlocks(file: ByteReader, { start, end }: Box): Generator<Block> {
  const manifest = manifestIn(file.bytes(start, end));
  if (manifest) yield* c2paBlocks(manifest);
  const content = Math.min(end, start + ID_BYTES);
  const id = Buffer.from(file.bytes(start, content)).toString('hex');
  if (id === XMP_ID) yield { kind: 'xmp', bytes: file.bytes(content, end) };
}

/** The maker note, as a TIFF block of its own. */
function noteTags(bytes: Uint8Array): readonly Tag[] {
  const block = openTiff(bytes);
  if (!block) throw new MalformedError('no byte order mark', 0);
  return makerNote(block, { start: firstDirectory(block), end: bytes.length }, { make: 'Canon', model: '' }).tags;
}

function firstSample(file: ByteReader, track: Box): ByteRange[] {
  const stbl = ['mdia', 'minf', 'stbl'].reduce<Box | undefined>((box, type) => boxIn(file, box, type), track);
  const tables = stbl ? [...boxesIn(file, stbl)] : [];
  const [sizes, long, short] = ['stsz', 'co64', 'stco'].map((type) => boxOf(tables, type));
  const offsets = long ?? short;
  if (!sizes || !offsets) return [];
  const size = new ByteCursor(file, sizes.start + 4, sizes.end);
  // One size for all samples; or 0, a count, and a size for each sample.
  const common = size.next(4);
  size.next(4);
  const length = common > 0 ? common : size.next(4);
  const start = new ByteCursor(file, offsets.start + 8, offsets.end).next(long ? 8 : 4);
  return [{ start, end: start + length }];
}

function previewIn(file: ByteReader, { start, end }: Box): ByteRange[] {
  const at = start + PREVIEW_AT;
  if (file.latin1(at + 4, 4) !== 'PRVW') return [];
  const found = file.latin1(at + 8, PREVIEW_SEARCHED).indexOf('\xff\xd8\xff');
  return found < 0 ? [] : [{ start: at + 8 + found, end }];
}
