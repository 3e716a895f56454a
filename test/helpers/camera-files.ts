// Small hand-made files in camera makers' own formats: CIFF, X3F, AVI and the AFCP trailer.
import { uintLe } from '../../fixtures/encode/boxes.js';

const le32 = (number: number): Buffer => uintLe(number, 4);
const le16 = (number: number): Buffer => uintLe(number, 2);

/** A heap with its directory at the end; values one after the other. */
function heap(...entries: readonly (readonly [tag: number, value: Uint8Array])[]): Buffer {
  let at = 0;
  const table = entries.map(([tag, value]) => {
    const entry = Buffer.concat([le16(tag), le32(value.length), le32(at)]);
    at += value.length;
    return entry;
  });
  const values = Buffer.concat(entries.map(([, value]) => value));
  return Buffer.concat([values, le16(entries.length), ...table, le32(values.length)]);
}

/** A CRW file; with `HEAPJPGM` the content of the APP0 segment of a JPEG. */
export function ciff(preview: Uint8Array, signature = 'HEAPCCDR', model = 'EOS Pocket'): Buffer {
  const text = (value: string) => Buffer.from(`${value}\0`, 'latin1');
  const camera = heap(
    [0x080a, text(`ACME\0${model}`)],
    [0x0810, text('Mira Example')],
    [0x180b, le32(12345)],
    [0x180e, Buffer.concat([le32(Date.UTC(2004, 1, 29, 18, 2, 11) / 1000), le32(0)])],
  );
  const head = Buffer.concat([Buffer.from('II'), le32(26), Buffer.from(signature), Buffer.alloc(12)]);
  return Buffer.concat([head, heap([0x2007, preview], [0x300a, camera])]);
}

/** A CRW file of nested heaps, each of which refers to the next one `times` times. */
export function nestedCiff(depth: number, times: number): Buffer {
  let inner = heap([0x0805, Buffer.from('deep\0')]);
  for (let level = 0; level < depth; level++) {
    const entry = Buffer.concat([le16(0x300a), le32(inner.length), le32(0)]);
    const table = Array.from({ length: times }, () => entry);
    inner = Buffer.concat([inner, le16(times), ...table, le32(inner.length)]);
  }
  return Buffer.concat([Buffer.from('II'), le32(26), Buffer.from('HEAPCCDR'), Buffer.alloc(12), inner]);
}

const PROPERTIES = [
  ...['CAMMANUF', 'ACME', 'CAMSERIAL', '0012345'],
  ...['TIME', `${Date.UTC(2004, 1, 29, 18, 2, 11) / 1000}`],
];

/** @param words names of properties, each followed by its value */
export function x3f(preview: Uint8Array, words: readonly string[] = PROPERTIES): Buffer {
  const places: Buffer[] = [];
  let at = 0;
  for (const word of words) {
    places.push(le32(at));
    at += word.length + 1;
  }
  const characters = Buffer.from(words.map((word) => `${word}\0`).join(''), 'utf16le');
  const properties = Buffer.concat([
    Buffer.from('SECp'),
    ...[0, words.length / 2, 0, 0, at].map(le32),
    ...places,
    characters,
  ]);
  const picture = Buffer.concat([Buffer.from('SECi'), Buffer.alloc(24), preview]);
  const head = Buffer.concat([Buffer.from('FOVb'), le32(0x20002), Buffer.alloc(16, 0xab), Buffer.alloc(16)]);
  const directory = head.length + properties.length + picture.length;
  return Buffer.concat([
    ...[head, properties, picture, Buffer.from('SECd'), le32(0), le32(2)],
    ...[le32(head.length), le32(properties.length), Buffer.from('PROP')],
    ...[le32(head.length + properties.length), le32(picture.length), Buffer.from('IMA2')],
    le32(directory),
  ]);
}

export function chunk(type: string, ...content: readonly Uint8Array[]): Buffer {
  const data = Buffer.concat(content);
  return Buffer.concat([Buffer.from(type, 'latin1'), le32(data.length), data, Buffer.alloc(data.length % 2)]);
}

export const list = (type: string, ...content: readonly Uint8Array[]): Buffer =>
  chunk('LIST', Buffer.from(type, 'latin1'), ...content);

export function avi(...lists: readonly Uint8Array[]): Buffer {
  return chunk('RIFF', Buffer.from('AVI '), ...lists, list('movi', Buffer.alloc(100)));
}

/** The trailer after a picture of `before` bytes. */
export function afcp(before: number, iptc: Uint8Array): Buffer {
  const be32 = (number: number) => le32(number).swap32();
  const start = 24;
  return Buffer.concat([
    ...[Buffer.from('AXS!\0\x01\0\x01\0\0\0\0', 'latin1')],
    ...[Buffer.from('IPTC'), be32(iptc.length), be32(before + start), iptc],
    ...[Buffer.from('AXS!'), be32(before), be32(0)],
  ]);
}
