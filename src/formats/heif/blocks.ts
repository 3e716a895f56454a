// HEIF and AVIF: metadata are items of the `meta` box, found through its tables (ISO/IEC 14496-12 and 23008-12).

import { C2PA_UUID, c2paBlocks } from '../c2pa/c2pa.js';
import { Cursor, readBoxes } from '../isobmff/block-boxes.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';

interface Item {
  readonly id: number;
  readonly type: string;
  /** Of items of type `mime`. */
  readonly contentType: string;
}

interface Extent {
  readonly start: number;
  readonly length: number;
}

interface Place {
  /** 0: in the file, 1: in the `idat` box. */
  readonly method: number;
  readonly extents: readonly Extent[];
}

/** What the tables of the `meta` box say of the file's items. */
export interface ItemTable {
  readonly items: readonly { readonly type: string; readonly contentType: string; readonly place: Place | undefined }[];
  /** The `idat` box, which holds small items. */
  readonly idat: Uint8Array | undefined;
}

export function* heifBlocks(bytes: Uint8Array): Generator<Block> {
  yield* itemBlocks(bytes);
  for (const { type, data } of readBoxes(bytes)) {
    const manifest = type === 'uuid' ? manifestIn(data) : null;
    if (manifest) yield* c2paBlocks(manifest);
    if (type === 'jumb') yield* c2paBlocks(boxed(type, data));
  }
}

/** Version and flags, the purpose as a text, and eight bytes more stand before the manifest's boxes. */
export function manifestIn(uuid: Uint8Array): Uint8Array | null {
  if (Buffer.from(uuid.subarray(0, 16)).toString('hex') !== C2PA_UUID) return null;
  const purpose = uuid.indexOf(0, 20);
  return asciiAt(uuid, 20, 8) === 'manifest' && purpose > 0 ? uuid.subarray(purpose + 9) : null;
}

/** The box whose content this is: a manifest is read from its head on. */
export function boxed(type: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data]);
}

function* itemBlocks(bytes: Uint8Array): Generator<Block> {
  const { items, idat } = readItemTable(bytes);
  for (const { type, contentType, place } of items) {
    const isXmp = type === 'mime' && contentType === 'application/rdf+xml';
    if (type !== 'Exif' && !isXmp) continue;
    const data = readItem(bytes, idat, place);
    yield isXmp ? { kind: 'xmp', bytes: data } : exifBlock(data);
  }
}

/** @throws MalformedError, or a RangeError of DataView, where the boxes break off or contradict themselves */
export function readItemTable(bytes: Uint8Array): ItemTable {
  let meta: Uint8Array | undefined;
  for (const { type, data } of readBoxes(bytes)) {
    if (type === 'meta') meta = data;
    // What follows is picture data, which may break off without harm to what is read here.
    if (meta) break;
  }
  if (!meta) throw new MalformedError('no meta box');
  const boxes = new Map([...readBoxes(meta.subarray(4))].map(({ type, data }) => [type, data]));
  const infos = boxes.get('iinf');
  const places = boxes.get('iloc');
  if (!infos || !places) return { items: [], idat: undefined };
  const placeOf = readPlaces(places);
  const items = [...readItems(infos)].map(({ id, ...item }) => ({ ...item, place: placeOf.get(id) }));
  return { items, idat: boxes.get('idat') };
}

/** Four bytes say how far on the byte order mark stands; some writers forget JPEG's own head in that number. */
export function exifBlock(data: Uint8Array): Block {
  const tiff = slice(data, 4 + viewOf(data).getUint32(0), data.length);
  return { kind: 'tiff', bytes: asciiAt(tiff, 0, 5) === 'Exif\0' ? tiff.subarray(6) : tiff };
}

function* readItems(iinf: Uint8Array): Generator<Item> {
  const version = iinf[0] as number;
  for (const { type, data } of readBoxes(iinf.subarray(version === 0 ? 6 : 8))) {
    const entry = new Cursor(data);
    const entryVersion = entry.number(1);
    if (type !== 'infe' || entryVersion < 2) continue;
    entry.at = 4;
    const id = entry.number(entryVersion === 2 ? 2 : 4);
    entry.number(2);
    const itemType = asciiAt(data, entry.at, 4);
    entry.at += 4;
    entry.text();
    yield { id, type: itemType, contentType: itemType === 'mime' ? entry.text() : '' };
  }
}

function readPlaces(iloc: Uint8Array): Map<number, Place> {
  const cursor = new Cursor(iloc);
  const version = cursor.number(1);
  cursor.at = 4;
  const sizes = cursor.number(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map((shift) => (sizes >> shift) & 0xf) as [
    number,
    number,
    number,
    number,
  ];
  const wide = version < 2 ? 2 : 4;
  const places = new Map<number, Place>();
  for (let left = cursor.number(wide); left > 0; left -= 1) {
    const id = cursor.number(wide);
    const method = version === 0 ? 0 : cursor.number(2) & 0xf;
    cursor.number(2);
    const base = cursor.number(baseSize);
    const extents: Extent[] = [];
    const parts = cursor.number(2);
    if (parts > 1 && offsetSize + lengthSize === 0) throw new MalformedError('an item has parts without a place');
    for (let part = 0; part < parts; part += 1) {
      if (version > 0) cursor.number(indexSize);
      extents.push({ start: base + cursor.number(offsetSize), length: cursor.number(lengthSize) });
    }
    places.set(id, { method, extents });
  }
  return places;
}

function readItem(file: Uint8Array, idat: Uint8Array | undefined, place: Place | undefined): Uint8Array {
  const source = place?.method === 0 ? file : place?.method === 1 ? idat : undefined;
  if (!place || !source) throw new MalformedError('an item has no place');
  // A length of 0 means the rest.
  const parts = place.extents.map(({ start, length }) =>
    slice(source, start, length === 0 ? source.length : start + length),
  );
  // Parts may be named more than once, so that a small file would ask for any amount of memory.
  if (parts.reduce((total, part) => total + part.length, 0) > source.length)
    throw new MalformedError('an item is longer than the file');
  return Buffer.concat(parts);
}
