// Colour profiles with tags of our own (ICC.1:2022, section 7).
import sharp from 'sharp';
import { readProfile } from '../../src/formats/icc/profile.js';

/** A whole profile of Display P3, version 4. */
export async function displayP3(): Promise<Buffer> {
  const pixel = { create: { width: 1, height: 1, channels: 3 as const, background: 'red' } };
  const jpeg = await sharp(pixel).withIccProfile('p3').jpeg().toBuffer();
  return (await sharp(jpeg).metadata()).icc as Buffer;
}

/** The profile with these tags, in place of those of the same names. */
export function withTags(profile: Buffer, tags: Readonly<Record<string, Buffer>>): Buffer {
  const kept = (readProfile(profile)?.tags ?? []).filter(({ name }) => !Object.hasOwn(tags, name));
  const all = [...kept, ...Object.entries(tags).map(([name, bytes]) => ({ name, bytes }))];
  const table = Buffer.alloc(4 + 12 * all.length);
  table.writeUInt32BE(all.length, 0);
  let end = 128 + table.length;
  all.forEach(({ name, bytes }, index) => {
    table.write(name, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(end, 8 + 12 * index);
    table.writeUInt32BE(bytes.length, 12 + 12 * index);
    end += bytes.length + (-bytes.length & 3);
  });
  const head = Buffer.from(profile.subarray(0, 128));
  head.writeUInt32BE(end, 0);
  return Buffer.concat([head, table, ...all.flatMap(({ bytes }) => [bytes, Buffer.alloc(-bytes.length & 3)])]);
}

/** A value of type `mluc` with one text, in English. */
export function wideValue(...texts: readonly string[]): Buffer {
  const head = Buffer.alloc(16 + 12 * texts.length);
  head.write('mluc', 0, 'latin1');
  head.writeUInt32BE(texts.length, 8);
  head.writeUInt32BE(12, 12);
  const values = texts.map((text) => Buffer.from(text, 'utf16le').swap16());
  let at = head.length;
  values.forEach(({ length }, index) => {
    head.write('enUS', 16 + 12 * index, 'latin1');
    head.writeUInt32BE(length, 20 + 12 * index);
    head.writeUInt32BE(at, 24 + 12 * index);
    at += length;
  });
  return Buffer.concat([head, ...values]);
}

/** Apple's make and model, with the serial number of the display. */
export function makeAndModel(serial: number): Buffer {
  const value = Buffer.alloc(40);
  value.write('mmod', 0, 'latin1');
  value.writeUInt32BE(0x0610, 8);
  value.writeUInt32BE(0x9c5b, 12);
  value.writeUInt32BE(serial, 16);
  return value;
}

/** A JPEG with this profile. */
export function jpegWith(jpeg: Buffer, profile: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]);
  const header = Buffer.from([0xff, 0xe2, 0, 0]);
  header.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), header, content, jpeg.subarray(2)]);
}
