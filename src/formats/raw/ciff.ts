// CIFF, Canon's format before TIFF: CRW files, and an APP0 segment of its first cameras. A heap of values with its directory at the end
// (layout and tags as ExifTool documents them).
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';

/** Of a file, and of a segment inside a JPEG. */
const SIGNATURES = new Set(['HEAPCCDR', 'HEAPJPGM']);
const ENTRY_BYTES = 10;

/** The upper bits of an entry's tag: the value stands in the entry itself; below them the kind of value. */
const IS_INSIDE = 0x4000;
const KIND = 0x3800;
const DIRECTORIES = new Set([0x2800, 0x3000]);

/** More directories, and deeper, than any camera writes. */
const MAX_ENTRIES = 500;
const MAX_DEPTH = 6;

const TEXTS: ReadonlyMap<number, string> = new Map([
  [0x0805, 'Comment'],
  [0x0810, 'OwnerName'],
  [0x0816, 'OriginalFileName'],
  [0x0817, 'ThumbnailFileName'],
]);
const MAKE_AND_MODEL = 0x080a;
const SERIAL_NUMBER = 0x180b;
const TIME_STAMP = 0x180e;
const PICTURES: ReadonlyMap<number, 'preview' | 'thumbnail'> = new Map([
  [0x2007, 'preview'],
  [0x2008, 'thumbnail'],
]);

export function isCiff(bytes: Uint8Array): boolean {
  return SIGNATURES.has(asciiAt(bytes, 6, 8));
}

/** @param bytes from the byte order mark on */
export function* ciffBlocks(bytes: Uint8Array): Generator<Block> {
  const isLittle = bytes[0] === 0x49;
  const head = viewOf(bytes).getUint32(2, isLittle);
  const serials: Block[] = [];
  let isEos = false;
  for (const block of heapBlocks(slice(bytes, head, bytes.length), isLittle, MAX_DEPTH)) {
    const tag = block.kind === 'tags' ? block.tags[0] : undefined;
    isEos ||= tag?.name === 'Model' && /EOS/.test(`${tag.value}`);
    if (tag?.name === 'SerialNumber') serials.push(block);
    else yield block;
  }
  // Other cameras keep another number there.
  if (isEos) yield* serials;
}

function* heapBlocks(heap: Uint8Array, isLittle: boolean, depth: number): Generator<Block> {
  const view = viewOf(heap);
  const directory = view.getUint32(heap.length - 4, isLittle);
  const count = view.getUint16(directory, isLittle);
  if (count > MAX_ENTRIES || depth === 0) throw new MalformedError('more entries than any camera writes');
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + ENTRY_BYTES * index;
    const tag = view.getUint16(at, isLittle);
    const start = view.getUint32(at + 6, isLittle);
    const isInside = (tag & IS_INSIDE) !== 0;
    const value = isInside
      ? slice(heap, at + 2, at + ENTRY_BYTES)
      : slice(heap, start, start + view.getUint32(at + 2, isLittle));
    if (!isInside && DIRECTORIES.has(tag & KIND)) yield* heapBlocks(value, isLittle, depth - 1);
    else yield* valueBlocks(tag & 0x3fff, value, isLittle);
  }
}

function* valueBlocks(tag: number, value: Uint8Array, isLittle: boolean): Generator<Block> {
  const number = () => viewOf(value).getUint32(0, isLittle);
  const text = TEXTS.get(tag);
  const what = PICTURES.get(tag);
  if (what) yield { kind: 'picture', what, bytes: value };
  else if (text) yield tagBlock(text, untilNul(value)[0] ?? '');
  else if (tag === SERIAL_NUMBER) yield tagBlock('SerialNumber', `${number()}`);
  else if (tag === TIME_STAMP) {
    // Seconds of the camera's own clock, counted from 1970.
    yield tagBlock('DateTimeOriginal', new Date(number() * 1000).toISOString().slice(0, 19));
  } else if (tag === MAKE_AND_MODEL) {
    const [make = '', model = ''] = untilNul(value);
    yield tagBlock('Make', make);
    yield tagBlock('Model', model);
  }
}

const untilNul = (value: Uint8Array): string[] => decodeText(value).split('\0');

function tagBlock(name: string, value: string): Block {
  const tag: Tag = { block: 'maker', name, within: [], value };
  return { kind: 'tags', tags: [tag] };
}
