// The items of a HEIC, HEIF or AVIF with everything that the tables state about them (ISO/IEC
// 14496-12 and 23008-12), and where each entry is stored. Together with locations.ts, this is the
// only reader of these tables.
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import { type Box, boxesIn, boxOf } from '../isobmff/boxes.js';
import { type ItemLocation, MAX_ENTRIES, readLocations } from './locations.js';

export interface ItemEntry {
  readonly id: number;
  /** `hvc1`, `av01`, `grid`, `iovl`, `tmap`, `jpeg`, `Exif`, `mime`, ... */
  readonly type: string;
  /** The range of its name and, for type `mime`, its content type. */
  readonly texts: ByteRange;
  /** Offset of the byte whose lowest bit marks the item as hidden. */
  readonly flagAt: number;
  /** Null where no table lists it, or where it is stored in another item or file. */
  readonly location: ItemLocation | null;
}

export interface ListedItem extends ItemEntry {
  /** For items of type `mime`; else empty. */
  readonly contentType: string;
}

export interface HeifItem extends ItemEntry {
  /** In the order in which transformations are applied. */
  readonly properties: readonly Box[];
}

export interface HeifReference {
  /** `thmb`, `dimg`, `auxl`, `cdsc`, ... */
  readonly type: string;
  /** Offset of the type. */
  readonly typeAt: number;
  readonly from: number;
  readonly to: readonly number[];
}

export interface HeifItems {
  /** The number of the primary picture, and where that number is stored; null without one. */
  readonly primary: (ByteRange & { readonly id: number }) | null;
  readonly items: ReadonlyMap<number, HeifItem>;
  readonly references: readonly HeifReference[];
}

/** Properties of one item. Six are usual. */
const MAX_PROPERTIES = 1000;

/**
 * Boxes at the top of a file. Camera makers and other programs append what they like: bytes after
 * the boxes that are no box are not damage. Throws MalformedError where the boxes break off.
 */
export function topBoxes(file: ByteReader): Box[] {
  const found: Box[] = [];
  try {
    for (const box of boxesIn(file)) found.push(box);
  } catch (error) {
    if (!(error instanceof MalformedError && boxOf(found, 'meta') && !isBoxType(file, error))) throw error;
  }
  return found;
}

/** Whether the offset at which the boxes break off has the type of a box. */
function isBoxType(file: ByteReader, { offset }: MalformedError): boolean {
  return offset === null || /^[\w ]{4}$/.test(file.latin1(offset - file.origin + 4, 4));
}

/**
 * The items that the tables list, in their order; none without tables. Throws MalformedError. Where
 * two items have the same number, it is thrown after all items.
 * @param meta content of the box
 */
export function* listedItems(file: ByteReader, meta: ByteRange): Generator<ListedItem> {
  const inside = boxesOfMeta(file, meta);
  const locations = locationsIn(file, inside);
  for (const entry of entriesIn(file, inside, locations)) yield { ...entry, contentType: contentTypeOf(file, entry) };
}

/**
 * The items, with everything that the other tables state. Throws MalformedError.
 * @param top boxes at the top of the file
 */
export function readHeifItems(file: ByteReader, top: readonly Box[]): HeifItems {
  const meta = boxOf(top, 'meta');
  const inside = meta ? boxesOfMeta(file, meta) : [];
  const [pitm, iprp, iref] = ['pitm', 'iprp', 'iref'].map((type) => onlyBox(file, inside, type));
  const locations = locationsIn(file, inside);
  const properties = iprp ? readProperties(file, iprp) : new Map<number, Box[]>();
  const items = [...entriesIn(file, inside, locations)].map(
    (item) => [item.id, { ...item, properties: properties.get(item.id) ?? [] }] as const,
  );
  return {
    primary: pitm ? readPrimary(file, pitm) : null,
    items: new Map(items),
    references: iref ? readReferences(file, iref) : [],
  };
}

export function rangesOf(item: ItemEntry | undefined): readonly ByteRange[] {
  return item?.location?.ranges ?? [];
}

export function propertyOf(item: HeifItem, type: string): Box | undefined {
  return boxOf(item.properties, type);
}

/**
 * Size in pixels before cropping and rotation, as `ispe` states it; null without one. Throws
 * MalformedError.
 */
export function storedSize(file: ByteReader, item: HeifItem): { width: number; height: number } | null {
  const ispe = propertyOf(item, 'ispe');
  if (!ispe) return null;
  const fields = new ByteCursor(file, ispe.start + 4, ispe.end);
  return { width: fields.next(4), height: fields.next(4) };
}

/** The boxes in `meta`, which begin after version and flags. */
function boxesOfMeta(file: ByteReader, { start, end }: ByteRange): Box[] {
  return [...boxesIn(file, { start: start + 4, end })];
}

/** Refuses a second table: one reader could use the first and another reader the second. */
function onlyBox(file: ByteReader, boxes: readonly Box[], type: string): Box | undefined {
  const [first, second] = boxes.filter((box) => box.type === type);
  if (second) throw file.malformed('two tables of one kind', second.at);
  return first;
}

function locationsIn(file: ByteReader, inside: readonly Box[]): ReadonlyMap<number, ItemLocation> {
  const [iloc, idat] = ['iloc', 'idat'].map((type) => onlyBox(file, inside, type));
  return iloc ? readLocations(file, iloc, idat) : new Map();
}

function* entriesIn(
  file: ByteReader,
  inside: readonly Box[],
  locations: ReadonlyMap<number, ItemLocation>,
): Generator<ItemEntry> {
  const iinf = onlyBox(file, inside, 'iinf');
  const ids = new Set<number>();
  let secondAt: number | null = null;
  for (const info of iinf ? readInfos(file, iinf) : []) {
    if (ids.has(info.id)) secondAt ??= info.flagAt;
    ids.add(info.id);
    yield { ...info, location: locations.get(info.id) ?? null };
  }
  if (secondAt !== null) throw file.malformed('two items of one number', secondAt);
}

function readPrimary(file: ByteReader, { start, end }: Box): HeifItems['primary'] {
  const fields = new ByteCursor(file, start, end);
  const size = fields.next(4) >>> 24 === 0 ? 2 : 4;
  return { id: fields.next(size), start: start + 4, end: start + 4 + size };
}

function* readInfos(file: ByteReader, { start, end }: Box): Generator<Omit<ItemEntry, 'location'>> {
  // Version, flags, and a count. The count is not needed: the boxes can be counted.
  const header = start < end && file.u8(start) === 0 ? 6 : 8;
  for (const box of [...boxesIn(file, { start: start + header, end })]) {
    const fields = new ByteCursor(file, box.start, box.end);
    const version = fields.next(1);
    if (box.type !== 'infe' || version < 2) continue;
    fields.next(3);
    const id = fields.next(version === 2 ? 2 : 4);
    fields.next(2);
    const type = fields.latin1(4);
    yield { id, type, texts: { start: fields.at, end: box.end }, flagAt: box.start + 3 };
  }
}

/** Throws MalformedError where the name or the content type does not end. */
function contentTypeOf(file: ByteReader, { type, texts }: ItemEntry): string {
  const fields = new ByteCursor(file, texts.start, texts.end);
  fields.text();
  return type === 'mime' ? fields.text() : '';
}

/** By `ipma`: which boxes in `ipco` belong to which item. */
function readProperties(file: ByteReader, iprp: Box): Map<number, Box[]> {
  const inside = [...boxesIn(file, iprp)];
  const container = onlyBox(file, inside, 'ipco');
  const all = container ? [...boxesIn(file, container)] : [];
  const found = new Map<number, Box[]>();
  for (const { start, end } of inside.filter(({ type }) => type === 'ipma')) {
    const fields = new ByteCursor(file, start, end);
    const [version, flags] = [fields.next(1), fields.next(3)];
    for (let left = fields.count(4, MAX_ENTRIES); left > 0; left--) {
      const item = fields.next(version === 0 ? 2 : 4);
      const indices = Array.from({ length: fields.next(1) }, () =>
        flags & 1 ? fields.next(2) & 0x7fff : fields.next(1) & 0x7f,
      );
      const own = found.get(item) ?? [];
      found.set(item, own);
      if (own.length + indices.length > MAX_PROPERTIES)
        throw file.malformed('more properties than any item has', fields.at);
      own.push(...indices.flatMap((index) => all[index - 1] ?? []));
    }
  }
  return found;
}

function readReferences(file: ByteReader, { start, end }: Box): HeifReference[] {
  const wide = start < end && file.u8(start) === 0 ? 2 : 4;
  return [...boxesIn(file, { start: start + 4, end })].map((box) => {
    const fields = new ByteCursor(file, box.start, box.end);
    const from = fields.next(wide);
    const to = Array.from({ length: fields.count(2, MAX_ENTRIES) }, () => fields.next(wide));
    return { type: box.type, typeAt: box.at + 4, from, to };
  });
}
