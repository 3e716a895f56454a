// A HEIC, HEIF or AVIF with nothing but its picture: the main item, the tiles that it is made of,
// and its transparency. The tables are written anew; the coded data is copied as it is.
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { cleanProfile } from '../icc/clean.js';
import { type Box, boxOf } from '../isobmff/boxes.js';
import { boxWith, fullBox, numbered } from '../isobmff/write.js';
import { isTransparency } from './auxiliary.js';
import { storedPictures } from './hidden-images.js';
import { type HeifItem, type HeifItems, type HeifReference, readHeifItems, topBoxes } from './items.js';
import { itemBytes } from './locations.js';

/**
 * Sizes, colours, codecs and positions: nothing that a person writes (ISO/IEC 23008-12; AV1 Image
 * File Format).
 */
const KEPT: ReadonlySet<string> = new Set([
  ...['ispe', 'pixi', 'colr', 'pasp', 'irot', 'imir', 'clap', 'auxC', 'rloc', 'lsel', 'clli', 'mdcv', 'cclv'],
  ...['hvcC', 'av1C', 'avcC', 'vvcC', 'evcC', 'jpgC', 'j2kH', 'a1op', 'a1lx', 'cmpd', 'uncC'],
]);

/** A reader that does not know these must not show the picture. */
const ESSENTIAL: ReadonlySet<string> = new Set([
  ...['irot', 'imir', 'clap', 'lsel', 'a1op', 'hvcC', 'av1C', 'avcC', 'vvcC', 'evcC', 'jpgC', 'j2kH', 'cmpd', 'uncC'],
]);

/** Numbers of items that fit into two bytes. */
const MAX_ID = 0xffff;

/**
 * @throws CleanError where the tables are broken, or a part of the picture is stored and not shown
 */
export function cleanHeif(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  try {
    return cleaned(bytes, exif);
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
}

function cleaned(bytes: Uint8Array, exif: Uint8Array | null): Uint8Array {
  const file = readerOf(bytes);
  const top = topBoxes(file);
  const ftyp = boxOf(top, 'ftyp');
  // The frames of a sequence are in tracks.
  if (boxOf(top, 'moov')) throw new CleanError('format');
  if (storedPictures(bytes).some(({ hidden }) => hidden !== null)) throw new CleanError('crop-or-overlay');
  const table = readHeifItems(file, top);
  const primary = table.primary && table.items.get(table.primary.id);
  if (!ftyp || !primary) throw new CleanError('damaged');
  const items = keptItems(file, table, primary);
  const ids = items.map(({ id }) => id);
  const exifId = exif ? Math.max(...ids) + 1 : null;
  if (exifId !== null) ids.push(exifId);
  if (ids.some((id) => id > MAX_ID)) throw new CleanError('too-large');
  const data = items.map(({ location }) => itemBytes(file, location));
  // Four bytes state where the block begins after them.
  if (exif) data.push(Buffer.concat([Buffer.alloc(4), exif]));
  const head = bytes.subarray(ftyp.at, ftyp.end);
  const metaWith = (start: number) => metaOf(file, table, primary, items, exifId, locationsOf(ids, data, start));
  const start = head.length + metaWith(0).length + 8;
  return Buffer.concat([head, metaWith(start), boxWith('mdat', ...data)]);
}

/** In the order of the tables. */
function keptItems(file: ByteReader, table: HeifItems, primary: HeifItem): HeifItem[] {
  const kept = new Set([primary.id]);
  for (const id of kept) {
    const parts = table.references.filter(({ type, from }) => type === 'dimg' && from === id).flatMap(({ to }) => to);
    const alphas = table.references
      .filter(({ type, to }) => type === 'auxl' && to.includes(id))
      .map(({ from }) => from)
      .filter((from) => isAlpha(file, table, from));
    // A Set yields what is added while it is walked.
    for (const part of [...parts, ...alphas]) kept.add(part);
  }
  const items = [...kept].map((id) => table.items.get(id));
  if (items.some((item) => item === undefined)) throw new CleanError('damaged');
  return [...table.items.values()].filter(({ id }) => kept.has(id));
}

function isAlpha(file: ByteReader, { items }: HeifItems, id: number): boolean {
  const item = items.get(id);
  return item !== undefined && isTransparency(file, item);
}

function metaOf(
  file: ByteReader,
  table: HeifItems,
  primary: HeifItem,
  items: readonly HeifItem[],
  exifId: number | null,
  locations: Uint8Array,
): Uint8Array {
  const infos = items.map((item) => infoOf(file, item));
  const references = referencesOf(table.references, new Set(items.map(({ id }) => id)));
  if (exifId !== null) {
    infos.push(infoBox(exifId, 'Exif', 0));
    references.push(boxWith('cdsc', numbered(2, exifId, 1, primary.id)));
  }
  const handler = fullBox('hdlr', 0, 0, Buffer.alloc(4), Buffer.from('pict', 'latin1'), Buffer.alloc(13));
  return fullBox(
    'meta',
    0,
    0,
    handler,
    fullBox('pitm', 0, 0, numbered(2, primary.id)),
    locations,
    fullBox('iinf', 0, 0, numbered(2, infos.length), ...infos),
    propertiesOf(file, items),
    ...(references.length > 0 ? [fullBox('iref', 0, 0, ...references)] : []),
  );
}

/** Lengths and offsets have four bytes; nothing is in parts. */
function locationsOf(ids: readonly number[], data: readonly Uint8Array[], start: number): Uint8Array {
  let at = start;
  const entries = ids.map((id, index) => {
    const { length } = data[index] ?? new Uint8Array();
    const entry = Buffer.concat([numbered(2, id, 0, 1), numbered(4, at, length)]);
    at += length;
    return entry;
  });
  return fullBox('iloc', 0, 0, Buffer.from([0x44, 0]), numbered(2, ids.length), ...entries);
}

/** Without its name. Tiles stay hidden. */
function infoOf(file: ByteReader, { id, type, flagAt }: HeifItem): Uint8Array {
  return infoBox(id, type, file.u8(flagAt) & 1);
}

function infoBox(id: number, type: string, flags: number): Uint8Array {
  return fullBox('infe', 2, flags, numbered(2, id, 0), Buffer.from(type, 'latin1'), Buffer.alloc(1));
}

function propertiesOf(file: ByteReader, items: readonly HeifItem[]): Uint8Array {
  const used = new Map<number, { readonly box: Box; readonly index: number }>();
  const entries = items.map(({ id, properties }) => {
    const kept = properties.filter(({ type }) => KEPT.has(type));
    const indices = kept.map((box) => {
      const { index } = used.get(box.at) ?? { index: used.size + 1 };
      used.set(box.at, { box, index });
      return index | (ESSENTIAL.has(box.type) ? 0x8000 : 0);
    });
    return Buffer.concat([numbered(2, id), Buffer.from([indices.length]), numbered(2, ...indices)]);
  });
  const container = boxWith('ipco', ...[...used.values()].map(({ box }) => propertyOf(file, box)));
  return boxWith('iprp', container, fullBox('ipma', 0, 1, numbered(4, items.length), ...entries));
}

/** As it is, but for a colour profile. */
function propertyOf(file: ByteReader, { type, at, start, end }: Box): Uint8Array {
  const isProfile = type === 'colr' && /^(?:prof|rICC)$/.test(file.latin1(start, 4));
  const profile = isProfile ? cleanProfile(file.bytes(start + 4, end)) : null;
  if (profile) return boxWith('colr', file.bytes(start, start + 4), profile);
  return isProfile ? boxWith('free') : file.bytes(at, end);
}

/** Those among the kept items. */
function referencesOf(references: readonly HeifReference[], kept: ReadonlySet<number>): Uint8Array[] {
  return references.flatMap(({ type, from, to }) => {
    const inside = to.filter((id) => kept.has(id));
    const isKept = kept.has(from) && inside.length > 0 && /^(?:dimg|auxl|prem)$/.test(type);
    return isKept ? [boxWith(type, numbered(2, from, inside.length, ...inside))] : [];
  });
}
