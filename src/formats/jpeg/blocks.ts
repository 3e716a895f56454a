// JPEG: metadata stands in application segments and comments, before the picture or between its scans.

import { c2paBlocks, joinJumbf } from '../c2pa/c2pa.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { ciffBlocks, isCiff } from '../raw/ciff.js';
import { decodeText } from '../tag.js';
import { afcpBlocks } from '../trailers/afcp.js';

interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
}

const SOI = 0xd8;
const EOI = 0xd9;
const COM = 0xfe;
const APP0 = 0xe0;

const EXIF = 'Exif\0';
/** After this a program may have cut the address short; what ends it is its NUL. */
const XMP = /^(http:\/\/ns\.adobe\.com\/xap\/1\.0\/|XMP\0:\/\/ns\.adobe\.com\/xap\/1\.0\/)\0/;
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
/** After the name: a digest of 32 characters, the whole length and the place of this part, 4 bytes each (XMP specification, part 3). */
const EXTENDED_XMP_HEAD = EXTENDED_XMP.length + 40;
const PHOTOSHOP = 'Photoshop 3.0\0';
const DUCKY = 'Ducky';

/** JFIF 1.02: an extension whose kind is a thumbnail as JPEG. */
const JFXX_JPEG = 'JFXX\0\x10';

/** Casio's first cameras; one of the texts in it is a time. */
const CASIO = 'QVCI\0';

/** Segments that hold colour, layout or numbers and no text of a person. */
const SILENT = /^(JFIF|JP|JFXX|ICC_PROFILE|MPF|Adobe|FPXR|AVI1|EPPIM)\0?/;

export function* jpegBlocks(bytes: Uint8Array): Generator<Block> {
  const { segments, isWhole } = listSegments(bytes);
  const ofApp = (app: number, name: string) =>
    segments
      .filter(({ marker, data }) => marker === APP0 + app && asciiAt(data, 0, name.length) === name)
      .map(({ data }) => data);
  for (const { marker, data } of segments) {
    if (marker === COM) yield { kind: 'text', name: 'Comment', text: decodeText(data) };
    else if (marker >= APP0 && marker <= APP0 + 15) yield* blockOf(marker - APP0, data);
  }
  const extended = ofApp(1, EXTENDED_XMP);
  if (extended.length > 0) yield { kind: 'xmp', bytes: joinExtendedXmp(extended) };
  // Resources may run on from one segment into the next.
  const photoshop = ofApp(13, PHOTOSHOP).map((data) => data.subarray(PHOTOSHOP.length));
  const [only] = photoshop;
  if (only) yield { kind: 'photoshop', bytes: photoshop.length === 1 ? only : Buffer.concat(photoshop) };
  const jumbf = joinJumbf(ofApp(11, 'JP'));
  if (jumbf.length > 0) yield* c2paBlocks(jumbf);
  yield* afcpBlocks(bytes);
  if (!isWhole) throw new MalformedError('a segment breaks off');
}

function* blockOf(app: number, data: Uint8Array): Generator<Block> {
  const head = asciiAt(data, 0, 64);
  const xmp = XMP.exec(head);
  if (app === 0 && isCiff(data)) return yield* ciffBlocks(data);
  if (app === 1 && head.startsWith(CASIO)) return yield* casioBlocks(data);
  if (app === 0 && head.startsWith(JFXX_JPEG))
    yield { kind: 'picture', what: 'thumbnail', bytes: data.subarray(JFXX_JPEG.length) };
  if (app === 1 && head.startsWith(EXIF)) yield { kind: 'tiff', bytes: data.subarray(EXIF.length + 1) };
  else if (app === 1 && xmp) yield { kind: 'xmp', bytes: data.subarray(xmp[0].length) };
  else if (app === 12 && head.startsWith(DUCKY)) yield* duckyBlocks(data.subarray(DUCKY.length));
  else if (!SILENT.test(head) && !head.startsWith(EXTENDED_XMP) && !head.startsWith(PHOTOSHOP)) {
    const text = mostlyText(data);
    if (text) yield { kind: 'text', name: `APP${app}`, text };
  }
}

interface Segments {
  /** Up to the end of the picture. */
  readonly segments: readonly Segment[];
  /** False where a segment reaches past the end of the file. */
  readonly isWhole: boolean;
  /** Whether the mark that ends a picture is there. */
  readonly hasEnd: boolean;
}

export function listSegments(bytes: Uint8Array): Segments {
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  let offset = view.byteLength >= 2 && view.getUint16(0) === 0xff00 + SOI ? 2 : -1;
  while (offset >= 0) {
    offset = nextMarker(bytes, offset);
    if (offset < 0) break;
    const marker = view.getUint8(offset + 1);
    if (marker === EOI) return { segments, isWhole: segments.length > 0, hasEnd: true };
    const end = offset + 4 <= bytes.length ? offset + 2 + view.getUint16(offset + 2) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) return { segments, isWhole: false, hasEnd: false };
    segments.push({ marker, data: bytes.subarray(offset + 4, end) });
    offset = Math.max(end, offset + 4);
  }
  return { segments, isWhole: segments.length > 0, hasEnd: false };
}

/** The next marker that has a length or ends the picture; picture data, fill bytes and restart marks are passed over. -1: none. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1];
    if (code !== undefined && code > 0x01 && code !== 0xff && (code < 0xd0 || code > SOI)) return at;
  }
  return -1;
}

function joinExtendedXmp(parts: readonly Uint8Array[]): Uint8Array {
  const placed = parts.map((part) => ({ at: viewOf(part).getUint32(EXTENDED_XMP_HEAD - 4), part }));
  placed.sort((a, b) => a.at - b.at);
  return Buffer.concat(placed.map(({ part }) => part.subarray(EXTENDED_XMP_HEAD)));
}

function* casioBlocks(data: Uint8Array): Generator<Block> {
  const [, date, time] = /(\d{4}\.\d\d\.\d\d)\.(\d\d\.\d\d\.\d\d)/.exec(asciiAt(data, 0, data.length)) ?? [];
  if (date === undefined || time === undefined) return;
  const value = `${date} ${time.replaceAll('.', ':')}`;
  yield { kind: 'tags', tags: [{ block: 'maker', name: 'DateTimeOriginal', within: [], value }] };
}

/** Photoshop's "Save for Web": tags of number, length, and a text of 16-bit characters after its own count. 0 ends them. */
function* duckyBlocks(data: Uint8Array): Generator<Block> {
  const names = new Map([
    [2, 'Comment'],
    [3, 'Copyright'],
  ]);
  const view = viewOf(data);
  for (let at = 0; at + 4 <= data.length && view.getUint16(at) !== 0; at += 4 + view.getUint16(at + 2)) {
    const name = names.get(view.getUint16(at));
    const text = slice(data, at + 4, at + 4 + view.getUint16(at + 2)).subarray(4);
    if (name) yield { kind: 'text', name, text: new TextDecoder('utf-16be').decode(text) };
  }
}

/** The text of a segment of unknown make, or null where it is mostly something else than text (more than one byte in ten unprintable). */
function mostlyText(data: Uint8Array): string | null {
  const printable = data.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  return data.length > 0 && printable >= data.length * 0.9 ? decodeText(data) : null;
}
