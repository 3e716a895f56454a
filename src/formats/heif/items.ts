// The items of a HEIC, HEIF or AVIF with all that its tables say of them (ISO/IEC 14496-12 and 23008-12), and where each entry stands.

import { type ByteRange, latin1 } from '../attachment.js';
import { BrokenBoxes, boxOf, NumberReader, type PlacedBox, placedBoxes } from '../isobmff/boxes.js';

export interface HeifItem {
  readonly id: number;
  /** `hvc1`, `av01`, `grid`, `iovl`, `tmap`, `jpeg`, `Exif`, ... */
  readonly type: string;
  /** Bytes from the start of the file, of the byte whose lowest bit hides the item. */
  readonly flagAt: number;
  /** In the file, boxes `idat` included; empty where the item lies elsewhere. */
  readonly places: readonly ByteRange[];
  /** In the order in which transformations are applied. The stretches are of the content. */
  readonly properties: readonly PlacedBox[];
}

export interface HeifReference {
  /** `thmb`, `dimg`, `auxl`, `cdsc`, ... */
  readonly type: string;
  /** Bytes from the start of the file, of the four letters. */
  readonly typeAt: number;
  readonly from: number;
  readonly to: readonly number[];
}

export interface HeifItems {
  /** The number that names the picture to be shown, and where it stands; null without one. */
  readonly primary: (ByteRange & { readonly id: number }) | null;
  readonly items: ReadonlyMap<number, HeifItem>;
  readonly references: readonly HeifReference[];
}

/** Properties of one item; six are usual. */
const MAX_PROPERTIES = 1000;
/** Parts in which one item lies; one is usual. */
const MAX_PARTS = 256;

/** @throws BrokenBoxes */
export function readHeifItems(bytes: Uint8Array, top: readonly PlacedBox[]): HeifItems {
  const meta = boxOf(top, 'meta');
  const inside = meta ? placedBoxes(bytes, { start: meta.start + 4, end: meta.end }) : [];
  const [pitm, iinf, iloc, iprp, iref] = ['pitm', 'iinf', 'iloc', 'iprp', 'iref'].map((type) => boxOf(inside, type));
  const places = iloc ? readPlaces(bytes, iloc, boxOf(inside, 'idat')) : new Map<number, ByteRange[]>();
  const properties = iprp ? readProperties(bytes, iprp) : new Map<number, PlacedBox[]>();
  const items = (iinf ? readInfos(bytes, iinf) : []).map((info) => ({
    ...info,
    places: places.get(info.id) ?? [],
    properties: properties.get(info.id) ?? [],
  }));
  return {
    primary: pitm ? readPrimary(bytes, pitm) : null,
    items: new Map(items.map((item) => [item.id, item])),
    references: iref ? readReferences(bytes, iref) : [],
  };
}

export function propertyOf(item: HeifItem, type: string): PlacedBox | undefined {
  return boxOf(item.properties, type);
}

/** Upright pixels before cropping and turning, as `ispe` says; null without one. @throws BrokenBoxes */
export function storedSize(bytes: Uint8Array, item: HeifItem): { width: number; height: number } | null {
  const ispe = propertyOf(item, 'ispe');
  if (!ispe) return null;
  const read = new NumberReader(bytes, ispe.start + 4, ispe.end);
  return { width: read.next(4), height: read.next(4) };
}

function readPrimary(bytes: Uint8Array, pitm: PlacedBox): HeifItems['primary'] {
  const size = bytes[pitm.start] === 0 ? 2 : 4;
  const start = pitm.start + 4;
  return { id: new NumberReader(bytes, start, pitm.end).next(size), start, end: start + size };
}

function readInfos(bytes: Uint8Array, iinf: PlacedBox): Pick<HeifItem, 'id' | 'type' | 'flagAt'>[] {
  const head = bytes[iinf.start] === 0 ? 6 : 8;
  return placedBoxes(bytes, { start: iinf.start + head, end: iinf.end }).flatMap(({ type, start, end }) => {
    const read = new NumberReader(bytes, start, end);
    const version = type === 'infe' ? read.next(4) >>> 24 : 0;
    if (version < 2) return [];
    const id = read.next(version === 2 ? 2 : 4);
    read.next(2);
    return [{ id, type: latin1(bytes, read.at, read.at + 4), flagAt: start + 3 }];
  });
}

/** By `ipma`: which of the boxes in `ipco` belong to which item. */
function readProperties(bytes: Uint8Array, iprp: PlacedBox): Map<number, PlacedBox[]> {
  const inside = placedBoxes(bytes, iprp);
  const container = boxOf(inside, 'ipco');
  const all = container ? placedBoxes(bytes, container) : [];
  const found = new Map<number, PlacedBox[]>();
  for (const { start, end } of inside.filter(({ type }) => type === 'ipma')) {
    const read = new NumberReader(bytes, start, end);
    const [version, flags] = [read.next(1), read.next(3)];
    for (let left = read.count(4); left > 0; left--) {
      const item = read.next(version === 0 ? 2 : 4);
      const indices = Array.from({ length: read.next(1) }, () =>
        flags & 1 ? read.next(2) & 0x7fff : read.next(1) & 0x7f,
      );
      const own = found.get(item) ?? [];
      found.set(item, own);
      if (own.length + indices.length > MAX_PROPERTIES)
        throw new BrokenBoxes('more properties than any item has', read.at);
      own.push(...indices.flatMap((index) => all[index - 1] ?? []));
    }
  }
  return found;
}

function readReferences(bytes: Uint8Array, iref: PlacedBox): HeifReference[] {
  const wide = bytes[iref.start] === 0 ? 2 : 4;
  return placedBoxes(bytes, { start: iref.start + 4, end: iref.end }).map(({ type, start, end }) => {
    const read = new NumberReader(bytes, start, end);
    const from = read.next(wide);
    return { type, typeAt: start - 4, from, to: Array.from({ length: read.count(2) }, () => read.next(wide)) };
  });
}

function readPlaces(bytes: Uint8Array, iloc: PlacedBox, idat: PlacedBox | undefined): Map<number, ByteRange[]> {
  const read = new NumberReader(bytes, iloc.start, iloc.end);
  const version = read.next(4) >>> 24;
  const sizes = read.next(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15] as const;
  const places = new Map<number, ByteRange[]>();
  const wide = version < 2 ? 2 : 4;
  for (let left = read.count(wide); left > 0; left--) {
    const item = read.next(wide);
    const method = version === 0 ? 0 : read.next(2) & 15;
    read.next(2);
    const base = read.next(baseSize);
    const extents: ByteRange[] = [];
    for (let parts = read.count(2); parts > 0; parts--) {
      if (version > 0) read.next(sizes & 15);
      const at = read.at;
      const start = base + read.next(offsetSize) + (method === 1 && idat ? idat.start : 0);
      const length = read.next(lengthSize);
      // A length of 0 reaches to the end.
      const end = length === 0 ? bytes.length : start + length;
      if (extents.length >= MAX_PARTS) throw new BrokenBoxes('an item in more parts than any writer makes', at);
      extents.push({ start, end });
    }
    if (method === 0 || (method === 1 && idat)) places.set(item, extents);
  }
  return places;
}
