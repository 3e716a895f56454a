// CIFF, Canon's format before TIFF: CRW files, and an APP0 segment of its first cameras. It is a
// heap of values with its directory at the end (layout and tags as ExifTool documents them).
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { decodeText, textUntilNul } from '../tag.js';
import { inMarkedOrder } from '../tiff/byte-order.js';
import { cameraTime, makerTag } from './maker-tags.js';

/** The signature of a file, and that of a segment inside a JPEG. */
const SIGNATURES = new Set(['HEAPCCDR', 'HEAPJPGM']);
const ENTRY_BYTES = 10;

/**
 * The upper bits of an entry's tag mean that the value is in the entry itself. The bits below state
 * the type of the value.
 */
const IS_INSIDE = 0x4000;
const KIND = 0x3800;
const DIRECTORIES = new Set([0x2800, 0x3000]);

/**
 * Limits on the entries of one heap and of all, and on the nesting of heaps. No camera writes as
 * many.
 */
const MAX_ENTRIES = 500;
const MAX_ALL_ENTRIES = 5000;
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
  return SIGNATURES.has(readerOf(bytes).latin1(6, 8));
}

/** @param bytes from the byte order mark on */
export function* ciffBlocks(bytes: Uint8Array): Generator<Block> {
  const file = inMarkedOrder(readerOf(bytes), 0);
  if (!file) throw new MalformedError('no byte order mark', 0);
  const serials: Block[] = [];
  let isEos = false;
  for (const block of heapBlocks(file.part(file.u32(2)), MAX_DEPTH, { entries: MAX_ALL_ENTRIES })) {
    const tag = block.kind === 'tags' ? block.tags[0] : undefined;
    isEos ||= tag?.name === 'Model' && /EOS/.test(`${tag.value}`);
    if (tag?.name === 'SerialNumber') serials.push(block);
    else yield block;
  }
  // Other cameras keep another number there.
  if (isEos) yield* serials;
}

/**
 * @param left entries left to read in the whole file: heaps that contain each other would not end
 */
function* heapBlocks(heap: ByteReader, depth: number, left: { entries: number }): Generator<Block> {
  const directory = heap.u32(heap.length - 4);
  const count = heap.u16(directory);
  left.entries -= count;
  if (count > MAX_ENTRIES || left.entries < 0 || depth === 0) {
    throw heap.malformed('more entries than any camera writes', directory);
  }
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + ENTRY_BYTES * index;
    const tag = heap.u16(at);
    const start = heap.u32(at + 6);
    const isInside = (tag & IS_INSIDE) !== 0;
    const value = isInside ? heap.part(at + 2, at + ENTRY_BYTES) : heap.part(start, start + heap.u32(at + 2));
    if (!isInside && DIRECTORIES.has(tag & KIND)) yield* heapBlocks(value, depth - 1, left);
    else yield* valueBlocks(tag & 0x3fff, value);
  }
}

function* valueBlocks(tag: number, value: ByteReader): Generator<Block> {
  const bytes = value.bytes(0);
  const text = TEXTS.get(tag);
  const what = PICTURES.get(tag);
  if (what) yield { kind: 'picture', what, bytes };
  else if (text) yield makerTag(text, textUntilNul(bytes));
  else if (tag === SERIAL_NUMBER) yield makerTag('SerialNumber', `${value.u32(0)}`);
  else if (tag === TIME_STAMP) yield cameraTime(value.u32(0));
  else if (tag === MAKE_AND_MODEL) {
    const [make = '', model = ''] = decodeText(bytes).split('\0');
    yield makerTag('Make', make);
    yield makerTag('Model', model);
  }
}
