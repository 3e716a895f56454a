// What a part holds although its name promises nothing to read: pictures, EXIF, XMP, and texts with
// a place, an address or a number to call. Colour profiles, padding and tables pass.
import { type ByteReader, readerOf } from './byte-reader.js';
import { JPEG_START, wholePicture } from './jpeg/segments.js';
import type { Block } from './metadata-block.js';
import { isTelling } from './readable-text.js';
import { otherPictureEnd, PICTURE_STARTS } from './trailers/whole-pictures.js';

/** Bytes of a part in which texts are searched. */
const TEXT_BYTES = 65_536;

/** Bytes of a part in which pictures begin. */
const PICTURE_BYTES = 16 * 1024 * 1024;

/** Parts of one kind that are found in one part. */
const MAX_FOUND = 8;

/** Starts that turn out to be something else. */
const MAX_FALSE_STARTS = 64;

/** Characters in a row that are no chance: the shortest mail address and pair of coordinates. */
const RUN = /[\t\n\r\x20-\x7e]{8,}|(?:[\t\n\r\x20-\x7e]\0){8,}|(?:\0[\t\n\r\x20-\x7e]){8,}/g;

const TYPE = /^.?[A-Za-z]{4}/;

const EXIF = /(Exif\0\0)(?:II\*\0|MM\0\*)|II\*\0[^\0]\0{3}|MM\0\*\0{3}[^\0]/g;
const XMP = /<x:x[am]pmeta[\s>]|<rdf:RDF[\s>]/;
const XMP_END = /<\/x:x[am]pmeta>|<\/rdf:RDF>/;

/** `name` is what the report calls the part; never a person's own words. */
export function* contentDespiteName(data: Uint8Array, name: string): Generator<Block> {
  const rest = yield* withoutPictures(data);
  const text = readerOf(rest).latin1(0, TEXT_BYTES);
  for (const match of limited(text.matchAll(EXIF)))
    yield { kind: 'tiff', bytes: rest.subarray(match.index + (match[1]?.length ?? 0)) };
  const packet = text.search(XMP);
  if (packet >= 0) {
    const all = readerOf(rest).latin1(packet, rest.length);
    const end = XMP_END.exec(all);
    yield { kind: 'xmp', bytes: rest.subarray(packet, packet + (end ? end.index + end[0].length : all.length)) };
  }
  for (const run of text.slice(0, packet < 0 ? text.length : packet).matchAll(RUN)) {
    const plain = run[0].replaceAll('\0', '');
    // The type of a box may be right before its text.
    if (isTelling(plain) || isTelling(plain.replace(TYPE, ''))) yield { kind: 'text', name, text: plain };
  }
}

/** The pictures in a part that should be text, else the text. */
export function* picturesOr(data: Uint8Array, text: () => Block): Generator<Block> {
  const pictures = pictureBlocks(data);
  if (pictures.length > 0) yield* pictures;
  else yield text();
}

/** Only the pictures. */
export function pictureBlocks(data: Uint8Array): readonly Block[] {
  return Array.from(picturesInside(data), ({ start, end }) => ({
    ...{ kind: 'picture', what: 'preview', bytes: data.subarray(start, end) },
  }));
}

/** The pictures, and then the data with zeros in their place: their EXIF is their own. */
function* withoutPictures(data: Uint8Array): Generator<Block, Uint8Array> {
  const ranges = [...picturesInside(data)];
  if (ranges.length === 0) return data;
  const rest = Uint8Array.from(data);
  for (const { start, end } of ranges) {
    yield { kind: 'picture', what: 'preview', bytes: data.subarray(start, end) };
    rest.fill(0, start, end);
  }
  return rest;
}

/** Whole pictures in bytes of any kind, and a JPEG that breaks off. */
export function* picturesInside(data: Uint8Array): Generator<{ readonly start: number; readonly end: number }> {
  const file = readerOf(data);
  let [found, falseStarts] = [0, 0];
  for (const start of starts(file)) {
    const end = pictureEnd(file, start);
    if (end !== null) {
      yield { start, end };
      if (++found >= MAX_FOUND) return;
    } else if (++falseStarts > MAX_FALSE_STARTS) return;
  }
}

/** Offsets at which a picture may begin, in rising order and none inside the picture before it. */
function* starts(file: ByteReader): Generator<number> {
  const limit = Math.min(file.length, PICTURE_BYTES);
  const beginnings = [JPEG_START, ...PICTURE_STARTS];
  const next = beginnings.map((beginning) => file.find(beginning, 0, limit));
  for (;;) {
    const start = Math.min(...next.filter((at) => at >= 0));
    if (!Number.isFinite(start)) return;
    yield start;
    const from = pictureEnd(file, start) ?? start + 1;
    beginnings.forEach((beginning, index) => {
      const at = next[index] ?? -1;
      if (at >= 0 && at < from) next[index] = file.find(beginning, from, limit);
    });
  }
}

function pictureEnd(file: ByteReader, start: number): number | null {
  const whole = wholePicture(file, start)?.end ?? otherPictureEnd(file, start, file.length);
  return whole ?? (beginsSurely(file, start) ? file.length : null);
}

/** A JPEG that breaks off: its first segment leads to another one. */
function beginsSurely(file: ByteReader, start: number): boolean {
  if (!/^\xff\xd8\xff[\xc0-\xfe]$/s.test(file.latin1(start, 4)) || !file.has(start, 6)) return false;
  return /^\xff[\xc0-\xfe]$/s.test(file.latin1(start + 4 + file.u16(start + 4), 2));
}

function* limited<T>(items: Iterable<T>): Generator<T> {
  let count = 0;
  for (const item of items) {
    if (++count > MAX_FOUND) return;
    yield item;
  }
}
