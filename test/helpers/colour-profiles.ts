// Colour profiles with tags of our own (ICC.1:2022, section 7).
import sharp from 'sharp';

/** A whole profile of Display P3, version 4. */
export async function displayP3(): Promise<Buffer> {
  const pixel = { create: { width: 1, height: 1, channels: 3 as const, background: 'red' } };
  const jpeg = await sharp(pixel).withIccProfile('p3').jpeg().toBuffer();
  return (await sharp(jpeg).metadata()).icc as Buffer;
}

/** The profile with further tags, which come before those of the same name. */
export function withTags(profile: Buffer, tags: Readonly<Record<string, Buffer>>): Buffer {
  const count = profile.readUInt32BE(128);
  const added = Object.entries(tags);
  const entries = Buffer.alloc(12 * added.length);
  const shift = entries.length;
  const old = Buffer.from(profile.subarray(132, 132 + 12 * count));
  for (let at = 0; at < old.length; at += 12) old.writeUInt32BE(old.readUInt32BE(at + 4) + shift, at + 4);
  let end = profile.length + shift;
  added.forEach(([name, bytes], index) => {
    entries.write(name, 12 * index, 'latin1');
    entries.writeUInt32BE(end, 12 * index + 4);
    entries.writeUInt32BE(bytes.length, 12 * index + 8);
    end += bytes.length;
  });
  const head = Buffer.from(profile.subarray(0, 132));
  head.writeUInt32BE(end, 0);
  head.writeUInt32BE(count + added.length, 128);
  return Buffer.concat([head, entries, old, profile.subarray(132 + 12 * count), ...added.map(([, bytes]) => bytes)]);
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
