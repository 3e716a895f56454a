// Small hand-made files for what sharp cannot write: TIFF blocks, JPEG segments, boxes, IPTC
// fields, GIF extensions.

import sharp, { type Sharp } from 'sharp';
import { box } from '../../fixtures/encode/boxes.js';

/** The values that every test file has in each of its blocks. */
export const PLACE = { latitude: 48.85819, longitude: 2.29451 };
export const XMP = xmp(`
  <photoshop:City xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">Lyon</photoshop:City>
  <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>Mira Example</rdf:li></rdf:Seq></dc:creator>`);

/** An XMP packet with these properties. */
export function xmp(properties: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">${properties}
  </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** EXIF in the form that sharp accepts: capture time with offset, place, camera. */
export const EXIF = {
  IFD0: { Make: 'ACME', Model: 'Pocket 1' },
  IFD2: { DateTimeOriginal: '2025:06:01 18:02:11', OffsetTimeOriginal: '+02:00' },
  IFD3: {
    ...{ GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 294840/10000' },
    ...{ GPSLongitudeRef: 'E', GPSLongitude: '2/1 17/1 402360/10000' },
  },
};

export function picture(): Sharp {
  return sharp({ create: { width: 16, height: 16, channels: 3, background: '#336699' } });
}

type Entry = readonly [
  tag: number,
  type: 'ascii' | 'bytes' | 'long' | 'rational',
  value: string | Uint8Array | readonly number[],
];

const TYPES = { ascii: 2, long: 4, rational: 5, bytes: 7 } as const;
const UNIT = { ascii: 1, long: 4, rational: 8, bytes: 1 } as const;

/**
 * A little-endian TIFF block: directories by the tag that leads to them; the first is the main one.
 */
export function tiff(main: readonly Entry[], sub: Readonly<Record<number, readonly Entry[]>> = {}): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')];
  const subs = Object.entries(sub).map(([tag, entries]) => ({ tag: Number(tag), entries, start: 0 }));
  const sizeOf = (entries: readonly Entry[]) =>
    6 + entries.length * 12 + entries.reduce((sum, entry) => sum + (bytesOf(entry).length + 1) * 2, 0);
  let start = 8 + sizeOf([...main, ...subs.map(({ tag }) => [tag, 'long', [0]] as const)]);
  for (const one of subs) {
    one.start = start;
    start += sizeOf(one.entries);
  }
  const pointers = subs.map((one) => [one.tag, 'long', [one.start]] as const);
  parts.push(directory([...main, ...pointers], 8, subs[0]?.start ?? start));
  subs.forEach(({ entries, start: from }, index) => {
    parts.push(directory(entries, from, subs[index + 1]?.start ?? start));
  });
  return Buffer.concat(parts);
}

function directory(entries: readonly Entry[], start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  bytes.writeUInt16LE(entries.length, 0);
  let free = 6 + entries.length * 12;
  entries.forEach((entry, index) => {
    const at = 2 + index * 12;
    const value = bytesOf(entry);
    bytes.writeUInt16LE(entry[0], at);
    bytes.writeUInt16LE(TYPES[entry[1]], at + 2);
    bytes.writeUInt32LE(value.length / UNIT[entry[1]], at + 4);
    if (value.length <= 4) value.copy(bytes, at + 8);
    else {
      bytes.writeUInt32LE(start + free, at + 8);
      value.copy(bytes, free);
      free += value.length + (value.length % 2);
    }
  });
  return bytes;
}

function bytesOf([, , value]: Entry): Buffer {
  if (typeof value === 'string') return Buffer.from(`${value}\0`, 'latin1');
  if (value instanceof Uint8Array) return Buffer.from(value);
  const bytes = Buffer.alloc(value.length * 4);
  value.forEach((number, index) => {
    bytes.writeUInt32LE(number, index * 4);
  });
  return bytes;
}

export type Segment = readonly [marker: number, data: string | Uint8Array];

/** A JPEG with these segments before its picture. */
export async function jpegWith(...segments: readonly Segment[]): Promise<Buffer> {
  const plain = await picture().jpeg().toBuffer();
  const made = segments.map(([marker, data]) => {
    const bytes = Buffer.from(data as Uint8Array);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(bytes.length + 2, 2);
    return Buffer.concat([head, bytes]);
  });
  return Buffer.concat([plain.subarray(0, 2), ...made, plain.subarray(2)]);
}

export function exifSegment(block: Uint8Array): Segment {
  return [0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block])];
}

export function xmpSegment(packet: string): Segment {
  return [0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`)];
}

/** IPTC fields inside a Photoshop resource. */
export function iptcSegment(...fields: readonly (readonly [field: number, value: Uint8Array])[]): Segment {
  const data = Buffer.concat(
    fields.map(([field, value]) =>
      Buffer.concat([Buffer.from([0x1c, 2, field, value.length >> 8, value.length & 255]), value]),
    ),
  );
  const head = Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(data.length, head.length - 4);
  return [0xed, Buffer.concat([head, data, Buffer.alloc(data.length % 2)])];
}

/** A HEIF file without a picture: two items of the `idat` box, EXIF and XMP. */
export function heif(exif: Uint8Array, packet: string): Buffer {
  const first = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('Exif\0\0', 'latin1'), exif]);
  const second = Buffer.from(packet);
  const entry = (id: number, type: string, rest: string) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, id, 0, 0]), Buffer.from(`${type}\0${rest}`, 'latin1'));
  const place = (id: number, start: number, length: number) => {
    const bytes = Buffer.from([0, id, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.writeUInt32BE(start, 8);
    bytes.writeUInt32BE(length, 12);
    return bytes;
  };
  return Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box(
      'meta',
      Buffer.alloc(4),
      box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), entry(1, 'Exif', ''), entry(2, 'mime', 'application/rdf+xml\0')),
      box(
        'iloc',
        Buffer.from([1, 0, 0, 0, 0x44, 0, 0, 2]),
        place(1, 0, first.length),
        place(2, first.length, second.length),
      ),
      box('idat', first, second),
    ),
  ]);
}

/** A GIF with extensions before its trailer. */
export async function gifWith(...extensions: readonly Uint8Array[]): Promise<Buffer> {
  const plain = await picture().gif().toBuffer();
  return Buffer.concat([plain.subarray(0, -1), ...extensions, plain.subarray(-1)]);
}

/** The packet, followed by the bytes 1, 255, 254 ... 0, 0 as the XMP specification requires. */
export function gifXmp(packet: string): Buffer {
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  return Buffer.concat([Buffer.from('!\xff\x0bXMP DataXMP', 'latin1'), Buffer.from(packet), trailer]);
}

/** A PNG with chunks before its end. The checksums are missing: no metadata reader checks them. */
export async function pngWith(...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Promise<Buffer> {
  const plain = await picture().png().toBuffer();
  const made = chunks.map(([type, data]) => Buffer.concat([box(type, data), Buffer.alloc(4)]));
  for (const chunk of made) chunk.writeUInt32BE(chunk.length - 12, 0);
  return Buffer.concat([plain.subarray(0, -12), ...made, plain.subarray(-12)]);
}
