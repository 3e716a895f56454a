// What a HEIC, HEIF or AVIF carries beside its picture: a film in a box of its own, and auxiliary pictures among the items.
import { auxiliaryKind, type HiddenKind, type HiddenPart, latin1, viewOf } from './hidden-part.js';
import { samsungTrailer } from './samsung.js';

interface Box {
  readonly type: string;
  /** Bytes from the start of the file, of the content. */
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly offset: number;
  readonly bytes: number;
}

/** Boxes, properties and items of the largest photos are some hundreds, mostly tiles. */
const MAX_ENTRIES = 20_000;

/** Thrown inside only, and by DataView as a RangeError. */
class BrokenBoxes extends RangeError {}

/** @throws RangeError where the boxes break off or contradict themselves */
export function heifParts(bytes: Uint8Array): HiddenPart[] {
  const top = boxes(bytes, 0, bytes.length);
  const meta = top.find(({ type }) => type === 'meta');
  return [
    ...top.filter(({ type }) => type === 'mpvd').map(({ start, end }) => film(bytes, start, end)),
    ...(meta ? auxiliaries(bytes, boxes(bytes, meta.start + 4, meta.end)) : []),
    ...(samsungTrailer(bytes, 8)?.media ?? []).filter(({ what }) => what !== 'motion video' || !hasFilm(top)),
  ];
}

/** Samsung names the film of the box `mpvd` a second time in its trailer. */
function hasFilm(top: readonly Box[]): boolean {
  return top.some(({ type }) => type === 'mpvd');
}

function film(bytes: Uint8Array, start: number, end: number): HiddenPart {
  const isProved = latin1(bytes, start + 4, start + 8) === 'ftyp';
  return { what: 'motion video', offset: start, bytes: end - start, isProved, isNamed: true };
}

/** Boxes one after the other. Bytes behind the last that are no box are left to whoever wrote them there. */
function boxes(bytes: Uint8Array, from: number, to: number): Box[] {
  const view = viewOf(bytes);
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < MAX_ENTRIES; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const type = latin1(bytes, at + 4, at + 8);
    if (size < head || at + size > to) {
      if (from === 0 && found.some((box) => box.type === 'meta') && !/^[\w ]{4}$/.test(type)) break;
      throw new BrokenBoxes('a box breaks off');
    }
    found.push({ type, start: at + head, end: at + size });
    at += size;
  }
  return found;
}

function auxiliaries(bytes: Uint8Array, meta: readonly Box[]): HiddenPart[] {
  const box = (type: string) => meta.find((entry) => entry.type === type);
  const [places, properties, references, infos] = [box('iloc'), box('iprp'), box('iref'), box('iinf')];
  if (!places) return [];
  const placeOf = readPlaces(bytes, places);
  const tilesOf = references ? readTiles(bytes, references) : new Map<number, number[]>();
  const kinds = new Map<number, HiddenKind>();
  if (properties) for (const [item, kind] of auxiliaryItems(bytes, properties)) kinds.set(item, kind);
  // ISO 21496-1: a picture made of the main one and its gain map, which is the second that it refers to.
  for (const item of infos ? toneMapped(bytes, infos) : []) {
    const map = tilesOf.get(item)?.[1];
    if (map !== undefined && !kinds.has(map)) kinds.set(map, 'gain map');
  }
  return [...kinds].flatMap(([item, what]) => {
    const parts = [item, ...(tilesOf.get(item) ?? [])].flatMap((id) => placeOf.get(id) ?? []);
    if (parts.length === 0) return [];
    const offset = parts.reduce((least, part) => Math.min(least, part.offset), Number.POSITIVE_INFINITY);
    const length = parts.reduce((sum, part) => sum + part.bytes, 0);
    return [{ what, offset, bytes: length, isProved: true, isNamed: true }];
  });
}

/** Items with a property `auxC` whose name is known, by `ipma`. */
function auxiliaryItems(bytes: Uint8Array, iprp: Box): [number, HiddenKind][] {
  const inside = boxes(bytes, iprp.start, iprp.end);
  const container = inside.find(({ type }) => type === 'ipco');
  const kinds = (container ? boxes(bytes, container.start, container.end) : []).map(({ type, start, end }) =>
    type === 'auxC' ? auxiliaryKind(latin1(bytes, start + 4, Math.min(end, start + 260)).split('\0')[0] ?? '') : null,
  );
  const found: [number, HiddenKind][] = [];
  for (const { start, end } of inside.filter(({ type }) => type === 'ipma')) {
    const read = reader(bytes, start, end);
    const [version, flags] = [read(1), read(3)];
    for (let left = limited(read(4)); left > 0; left--) {
      const item = read(version === 0 ? 2 : 4);
      for (let properties = read(1); properties > 0; properties--) {
        const index = flags & 1 ? read(2) & 0x7fff : read(1) & 0x7f;
        const kind = kinds[index - 1];
        if (kind) found.push([item, kind]);
      }
    }
  }
  return found;
}

/** Items of type `tmap`. */
function toneMapped(bytes: Uint8Array, iinf: Box): number[] {
  const head = bytes[iinf.start] === 0 ? 6 : 8;
  return boxes(bytes, iinf.start + head, iinf.end).flatMap(({ type, start, end }) => {
    const read = reader(bytes, start, end);
    const version = type === 'infe' ? read(4) >>> 24 : 0;
    if (version < 2) return [];
    const item = read(version === 2 ? 2 : 4);
    read(2);
    return latin1(bytes, start + (version === 2 ? 8 : 10), end).startsWith('tmap') ? [item] : [];
  });
}

/** What items are made of (`dimg`): the tiles of a grid. */
function readTiles(bytes: Uint8Array, iref: Box): Map<number, number[]> {
  const wide = bytes[iref.start] === 0 ? 2 : 4;
  const tiles = new Map<number, number[]>();
  for (const { type, start, end } of boxes(bytes, iref.start + 4, iref.end)) {
    if (type !== 'dimg') continue;
    const read = reader(bytes, start, end);
    const item = read(wide);
    tiles.set(
      item,
      Array.from({ length: read(2) }, () => read(wide)),
    );
  }
  return tiles;
}

/** Items that lie in the file itself. */
function readPlaces(bytes: Uint8Array, iloc: Box): Map<number, Place[]> {
  const read = reader(bytes, iloc.start, iloc.end);
  const version = read(4) >>> 24;
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15] as const;
  const places = new Map<number, Place[]>();
  const wide = version < 2 ? 2 : 4;
  for (let left = limited(read(wide)); left > 0; left--) {
    const item = read(wide);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const base = read(baseSize);
    const extents: Place[] = [];
    for (let parts = limited(read(2)); parts > 0; parts--) {
      if (version > 0) read(sizes & 15);
      extents.push({ offset: base + read(offsetSize), bytes: read(lengthSize) });
    }
    if (method === 0) places.set(item, extents);
  }
  return places;
}

function limited(count: number): number {
  if (count > MAX_ENTRIES) throw new BrokenBoxes('more entries than any photo has');
  return count;
}

/** Reads big-endian numbers of 0, 1, 2, 3, 4 or 8 bytes one after the other, never past `end`. */
function reader(bytes: Uint8Array, start: number, end: number): (size: number) => number {
  let at = start;
  return (size) => {
    if (at + size > end) throw new BrokenBoxes('a table breaks off');
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + (bytes[at + byte] as number);
    at += size;
    return value;
  };
}
