// JPEG: metadata is in application segments and comments, before the picture or between its scans.

import { type ByteReader, readerOf } from '../byte-reader.js';
import { c2paBlocks, joinJumbf } from '../c2pa/c2pa.js';
import { contentDespiteName, picturesOr } from '../content-despite-name.js';
import { flirBlocks } from '../flir/flir.js';
import { picturesAmong } from '../further-pictures.js';
import { profileBlocks } from '../icc/blocks.js';
import type { Block } from '../metadata-block.js';
import { ciffBlocks, isCiff } from '../raw/ciff.js';
import { decodeText, type Tag } from '../tag.js';
import { readGpmf } from '../telemetry/gpmf.js';
import { videoTag } from '../telemetry/reading.js';
import { afcpBlocks } from '../trailers/afcp.js';
import { makerTrailerBlocks } from '../trailers/maker-trailers.js';
import { beginsExif, exifWithoutName, knownBlocks, namesPlace } from '../unnamed-block.js';
import { jpegAttachments } from './attachments.js';
import { infiRayBlocks } from './infiray.js';
import { jfifThumbnail } from './jfif.js';
import { joinProfile } from './profile.js';
import { APP0, COM, EXIF, isNamed, type JpegSegment, listSegments } from './segments.js';
import { isExtendedXmp, joinExtendedXmp, packetIn } from './xmp-segments.js';

const PHOTOSHOP = 'Photoshop 3.0\0';
const DUCKY = 'Ducky';
const FLIR = 'FLIR\0';
const GOPRO = 'GoPro\0';

/** Casio's first cameras. One of the texts in it is a time. */
const CASIO = 'QVCI\0';

const UTF_8 = new TextDecoder('utf-8');

/** Segments that hold colour, layout or numbers, and no text by a person. */
const SILENT = /^(JFIF|ICC_PROFILE|MPF|Adobe|FPXR|AVI1|EPPIM)\0?/;

/** Those of which all are read together. */
const READ_WHOLE = /^(?:JP|JFXX|FLIR|Photoshop 3\.0\0)/;

export function* jpegBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  const { segments, brokenAt, hasEnd, end } = listSegments(file);
  const ofApp = (app: number, name: string) =>
    segments.filter((segment) => isNamed(file, segment, APP0 + app, name)).map((segment) => contentOf(file, segment));
  const extended: JpegSegment[] = [];
  for (const segment of segments) {
    const { marker } = segment;
    const packet = packetIn(file, segment);
    if (packet) yield { kind: 'xmp', bytes: file.bytes(packet.start, packet.end) };
    else if (marker === COM && beginsExif(contentOf(file, segment))) yield exifWithoutName(contentOf(file, segment));
    else if (marker === COM) yield* commentBlocks(contentOf(file, segment));
    else if (isExtendedXmp(file, segment)) extended.push(segment);
    else if (marker >= APP0 && marker <= APP0 + 15) yield* blockOf(marker - APP0, contentOf(file, segment));
  }
  yield* profileBlocks(joinProfile(file, segments));
  if (extended.length > 0) yield { kind: 'xmp', bytes: joinExtendedXmp(file, extended) };
  // Resources may continue in the next segment.
  const photoshop = ofApp(13, PHOTOSHOP).map((data) => data.subarray(PHOTOSHOP.length));
  const [only] = photoshop;
  if (only) yield { kind: 'photoshop', bytes: photoshop.length === 1 ? only : Buffer.concat(photoshop) };
  const jumbf = joinJumbf(ofApp(11, 'JP'));
  if (jumbf.length > 0) yield* c2paBlocks(jumbf);
  yield* flirBlocks(ofApp(1, FLIR));
  yield* infiRayBlocks(file, segments);
  yield* afcpBlocks(bytes);
  yield* makerTrailerBlocks(file, segments.at(-1)?.end ?? 2);
  if (hasEnd && end < file.length) yield* picturesAmong(bytes, jpegAttachments(bytes));
  if (brokenAt !== null) throw file.malformed('a segment breaks off', brokenAt);
}

function contentOf(file: ByteReader, { start, end }: JpegSegment): Uint8Array {
  return file.bytes(start, end);
}

function* blockOf(app: number, data: Uint8Array): Generator<Block> {
  const start = readerOf(data).latin1(0, 64);
  if (app === 0 && isCiff(data)) return yield* ciffBlocks(data);
  if (app === 1 && start.startsWith(CASIO)) return yield* casioBlocks(data);
  if (start.startsWith('Adobe_Photoshop')) return yield* unknownSegment(app, data);
  if (app === 0) {
    const thumbnail = jfifThumbnail(data);
    if (thumbnail) yield { kind: 'picture', what: 'thumbnail', bytes: thumbnail };
  }
  if (app === 1 && start.startsWith(EXIF)) yield { kind: 'tiff', bytes: data.subarray(EXIF.length + 1) };
  else if (app === 6 && start.startsWith(GOPRO)) yield* goProBlocks(data.subarray(GOPRO.length));
  else if (app === 12 && start.startsWith(DUCKY)) yield* duckyBlocks(data.subarray(DUCKY.length));
  else if (SILENT.test(start)) yield* contentDespiteName(data, `APP${app}`);
  else if (!READ_WHOLE.test(start)) yield* unknownSegment(app, data);
}

/**
 * Segments of makers hold settings in forms of their own, which are passed over unless they name a
 * place.
 */
function* unknownSegment(app: number, data: Uint8Array): Generator<Block> {
  const known = knownBlocks(data);
  const text = known ? null : mostlyText(data);
  const content = known || text ? [] : [...contentDespiteName(data, `APP${app}`)];
  if (known) yield* known;
  else if (text) {
    yield { kind: 'text', name: `APP${app}`, text };
    yield { kind: 'tags', tags: statedIn(data) };
  } else if (content.length > 0) yield* content;
  else if (namesPlace(data)) yield { kind: 'unread-place', name: `APP${app}` };
}

/**
 * Lines like `Serial#=123` in the segments of early cameras, and an ID after its name and a NUL.
 */
const STATED = /(?<![\w#])(Serial#|SerialNumber|Owner|User|ssuniqueid)(?:[ \t]*[=:][ \t]*|\0)([^\r\n\0]{2,80})/gi;

function statedIn(data: Uint8Array): Tag[] {
  return [...decodeText(data).matchAll(STATED)].map(
    ([, name = '', value = '']): Tag => ({ block: 'file', name, within: [], value }),
  );
}

function* commentBlocks(data: Uint8Array): Generator<Block> {
  yield* picturesOr(data, () => ({ kind: 'text', name: 'Comment', text: decodeText(data) }));
}

function* casioBlocks(data: Uint8Array): Generator<Block> {
  const [, date, time] = /(\d{4}\.\d\d\.\d\d)\.(\d\d\.\d\d\.\d\d)/.exec(readerOf(data).latin1(0, data.length)) ?? [];
  if (date === undefined || time === undefined) return;
  const value = `${date} ${time.replaceAll('.', ':')}`;
  yield { kind: 'tags', tags: [{ block: 'maker', name: 'DateTimeOriginal', within: [], value }] };
}

/** The settings of a GoPro, as in its videos. */
function* goProBlocks(data: Uint8Array): Generator<Block> {
  const { tags, places, isUnread } = readGpmf(data);
  yield { kind: 'tags', tags: [...tags, ...places.slice(0, 1).map((place) => videoTag('GPMF', place))] };
  if (isUnread) yield { kind: 'unread-place', name: 'APP6' };
}

/**
 * Photoshop's "Save for Web": fields of a number, a length, and a text of 16-bit characters after a
 * character count. The number 0 ends them.
 */
function* duckyBlocks(data: Uint8Array): Generator<Block> {
  const names = new Map([
    [2, 'Comment'],
    [3, 'Copyright'],
  ]);
  const fields = readerOf(data);
  for (let at = 0; fields.has(at, 4) && fields.u16(at) !== 0; at += 4 + fields.u16(at + 2)) {
    const name = names.get(fields.u16(at));
    const text = fields.bytes(at + 4, at + 4 + fields.u16(at + 2)).subarray(4);
    if (name) yield { kind: 'text', name, text: new TextDecoder('utf-16be').decode(text) };
  }
}

/**
 * The text of a segment from an unknown program. Null where more than one byte in ten is not
 * printable, unless all is UTF-8 of letters of other languages.
 */
function mostlyText(data: Uint8Array): string | null {
  const printable = data.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  const isText = printable >= data.length * 0.9 || isUtf8Text(data);
  return data.length > 0 && isText ? decodeText(data) : null;
}

function isUtf8Text(data: Uint8Array): boolean {
  return data.every((byte) => byte >= 0x20) && !/[\p{Cc}\uFFFD]/u.test(UTF_8.decode(data));
}
