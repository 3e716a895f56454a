// Canon's CR3, made of boxes: finds its previews and its first directory (as ExifTool documents
// them).
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn, boxIn, boxOf } from '../isobmff/boxes.js';

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
