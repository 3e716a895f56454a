// XMP in Apple's property lists: in texts, in data, and in data that is compressed.
import { inflateRawSync, inflateSync } from 'node:zlib';
import { MalformedError, readerOf } from '../byte-reader.js';

/** Bytes of data that are read once they are inflated. */
const MAX_INFLATED = 16 * 1024 * 1024;

/** Data in one list. An edit has one. */
const MAX_DATA = 64;

/** What encloses a packet. The first is around the second. */
const ENCLOSING = ['x:xmpmeta', 'rdf:RDF'];
const DATA = /<data>([A-Za-z0-9+/=\s]*)<\/data>/g;
const REFERENCES: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&apos;/g, "'"],
  [/&amp;/g, '&'],
];

/** The packets, from `<x:xmpmeta` on. Empty where the list has none or is damaged. */
export function plistPackets(list: Uint8Array): Uint8Array[] {
  const isBinary = readerOf(list).latin1(0, 8) === 'bplist00';
  const text = Buffer.from(list).toString('utf8');
  const data = isBinary ? binaryParts(list) : xmlData(text);
  const texts = isBinary ? [text] : [REFERENCES.reduce((left, [form, sign]) => left.replace(form, sign), text)];
  return [...texts, ...data.flatMap(textsOf)].flatMap(packetsIn);
}

function packetsIn(text: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  const name = ENCLOSING.find((one) => text.includes(`<${one}`));
  if (name === undefined) return found;
  for (let end = 0; ; ) {
    const start = text.indexOf(`<${name}`, end);
    const close = start < 0 ? -1 : text.indexOf(`</${name}>`, start);
    if (close < 0) return found;
    end = close + name.length + 3;
    found.push(Buffer.from(text.slice(start, end)));
  }
}

function xmlData(text: string): Uint8Array[] {
  return [...text.matchAll(DATA)].slice(0, MAX_DATA).map(([, base64 = '']) => Buffer.from(base64, 'base64'));
}

/** The data itself, and what it is once it is inflated. */
function textsOf(data: Uint8Array): string[] {
  const inflated = [inflateRawSync, inflateSync].flatMap((inflate) => {
    try {
      return [inflate(data, { maxOutputLength: MAX_INFLATED })];
    } catch {
      return [];
    }
  });
  return [data, ...inflated].map((bytes) => Buffer.from(bytes).toString('utf8'));
}

/** Sizes and offsets are in the last 32 bytes (CFBinaryPList.c of Apple's Core Foundation). */
const TRAILER_BYTES = 32;
const [DATA_TYPE, WIDE_TEXT, SIZE_FOLLOWS] = [0x4, 0x6, 0x0f];
const MAX_OBJECTS = 10_000;

/** The data and the texts of 16-bit characters, one after the other, whatever contains them. */
function binaryParts(bytes: Uint8Array): Uint8Array[] {
  const list = readerOf(bytes);
  const found: Uint8Array[] = [];
  try {
    const trailer = list.length - TRAILER_BYTES;
    const width = list.u8(trailer + 6);
    const offsets = list.u64(trailer + 24);
    const count = Math.min(list.u64(trailer + 8), MAX_OBJECTS);
    for (let index = 0; index < count && found.length < MAX_DATA; index++) {
      const at = list.uint(offsets + index * width, width);
      const marker = list.u8(at);
      const isWide = marker >> 4 === WIDE_TEXT;
      if (!isWide && marker >> 4 !== DATA_TYPE) continue;
      const isLong = (marker & 0x0f) === SIZE_FOLLOWS;
      const sizeBytes = isLong ? 1 << (list.u8(at + 1) & 0x03) : 0;
      const size = isLong ? list.uint(at + 2, sizeBytes) : marker & 0x0f;
      const start = at + 1 + (isLong ? 1 + sizeBytes : 0);
      const part = list.bytes(start, start + size * (isWide ? 2 : 1));
      found.push(isWide ? Buffer.from(new TextDecoder('utf-16be').decode(part)) : part);
    }
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
  }
  return found;
}
