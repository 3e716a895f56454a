// Metadata recognised by its content alone, in parts of any container and of manifests.
import { readerOf } from './byte-reader.js';
import type { Block } from './metadata-block.js';
import { cleanText, decodeText } from './tag.js';

/** The start of EXIF in JPEG, which programs keep in other containers. One more byte follows. */
const EXIF_NAME = /^exif\0/i;
const EXIF_NAME_BYTES = 6;

const BYTE_ORDER = /^(?:II[*+]\0|MM\0[*+])/;
const XMP =
  /^(?:http:\/\/ns\.adobe\.com\/xap\/1\.0\/\0|XMP\0)?(?:\xef\xbb\xbf)?\s*(?:<\?xpacket|<\?adobe|<x:xmpmeta|<x:xapmeta|<rdf:RDF)/;
const XMP_NAME = /^(?:http:\/\/ns\.adobe\.com\/xap\/1\.0\/|XMP)\0/;
const PHOTOSHOP = 'Photoshop 3.0\0';
const OLD_PHOTOSHOP = 'Adobe_Photoshop2.5:';
/** EXIF after names that programs gave it: `Exif`, `Meta`, with one NUL or none. */
const EXIF_ANYWHERE = /^(?:exif|meta)\0{0,3}(?=II[*+]\0|MM\0[*+])/i;
/** The first field of IPTC, of its envelope or its caption. */
const IPTC = ['\x1c\x01', '\x1c\x02'];

/** What names a place in bytes of any other kind: words, and keys of telemetry. */
const PLACE =
  /GPS(?:Latitude|Position|Coordinates|5|9|U|DATA)|\bLOCATION\0|latitude|<gpx|\$G[A-Z](?:RMC|GGA|GLL),|geo:-?\d/i;

/** Bytes that are searched for it. */
const MAX_SEARCHED = 1024 * 1024;

/** EXIF from its byte order mark on. */
export function exifWithoutName(data: Uint8Array): Block {
  const isNamed = EXIF_NAME.test(readerOf(data).latin1(0, EXIF_NAME_BYTES));
  return { kind: 'tiff', bytes: isNamed ? data.subarray(EXIF_NAME_BYTES) : data };
}

/** Whether the part is EXIF, with or without its name. */
export function beginsExif(data: Uint8Array): boolean {
  const block = exifWithoutName(data);
  return block.kind === 'tiff' && BYTE_ORDER.test(readerOf(block.bytes).latin1(0, 4));
}

/**
 * One block of a known kind; null where the content is none. For manifests see unnamed-block.ts.
 */
export function plainBlock(data: Uint8Array): Block | null {
  const start = readerOf(data).latin1(0, 64);
  if (beginsExif(data)) return exifWithoutName(data);
  if (XMP.test(start)) return { kind: 'xmp', bytes: data.subarray(XMP_NAME.exec(start)?.[0].length ?? 0) };
  if (start.startsWith(PHOTOSHOP)) return { kind: 'photoshop', bytes: data.subarray(PHOTOSHOP.length) };
  if (start.startsWith(OLD_PHOTOSHOP)) return { kind: 'photoshop', bytes: data.subarray(OLD_PHOTOSHOP.length) };
  const exif = EXIF_ANYWHERE.exec(start)?.[0].length;
  if (exif !== undefined) return { kind: 'tiff', bytes: data.subarray(exif) };
  if (start.startsWith('8BIM')) return { kind: 'photoshop', bytes: data };
  return IPTC.some((field) => start.startsWith(field)) ? { kind: 'iptc', bytes: data } : null;
}

/** Characters of the shortest text that says anything, such as a pair of coordinates. */
const MIN_TEXT = 8;

/** The text of a part in which all is text; null for other parts, and for a few characters. */
export function wholeText(data: Uint8Array): string | null {
  const text = cleanText(decodeText(data));
  const isText =
    text.length >= MIN_TEXT && data.every((byte) => byte >= 0x20 || byte === 0 || (byte >= 0x09 && byte <= 0x0d));
  return isText && !/[\u0080-\u009f\ufffd]/.test(text) ? text : null;
}

/** Whether bytes of an unknown kind name a place. */
export function namesPlace(data: Uint8Array): boolean {
  return PLACE.test(readerOf(data).latin1(0, MAX_SEARCHED));
}
