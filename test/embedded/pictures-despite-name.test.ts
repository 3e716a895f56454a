// Pictures in parts of a file that should hold none: private segments, comments, values of EXIF and
// of texts, chunks of programs. They go the way of all further pictures.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPictures } from '../../src/embedded/find-pictures.js';
import { readerFor } from '../../src/formats/registry.js';
import { jpeg, withSegment } from '../helpers/attachments.js';
import { exifSegment, gifWith, jpegWith, pngWith, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';

const hidden = await jpeg(96, 64, 7);
const base64 = hidden.toString('base64');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const after = (name: string) => Buffer.concat([latin1(name), hidden]);

const inBlocks = (data: Buffer) => {
  const blocks: Buffer[] = [Buffer.from([0x21, 0xfe])];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    blocks.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...blocks, Buffer.from([0])]);
};

const resource = (id: number, data: Buffer) => {
  const head = Buffer.alloc(12);
  head.write('8BIM', 'latin1');
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(data.length, 8);
  return Buffer.concat([latin1('Photoshop 3.0\0'), head, data, Buffer.alloc(data.length % 2)]);
};

const webpChunk = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

async function webpWith(chunk: Buffer): Promise<Buffer> {
  const whole = Buffer.concat([
    await sharp(await jpeg())
      .webp()
      .toBuffer(),
    chunk,
  ]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

const carriers: readonly (readonly [string, string, () => Promise<Buffer>])[] = [
  ['an unknown segment', 'image/jpeg', async () => withSegment(await jpeg(), 0xe8, after('What\0'))],
  ['the segment of FlashPix', 'image/jpeg', async () => withSegment(await jpeg(), 0xe2, after('FPXR\0\x01'))],
  ['a comment', 'image/jpeg', async () => withSegment(await jpeg(), 0xfe, hidden)],
  ['a comment in base64', 'image/jpeg', async () => withSegment(await jpeg(), 0xfe, latin1(`it is ${base64}`))],
  ['a resource of Photoshop', 'image/jpeg', async () => withSegment(await jpeg(), 0xed, resource(4000, hidden))],
  [
    'a comment in EXIF',
    'image/jpeg',
    () => jpegWith(exifSegment(tiff([], { 34665: [[0x9286, 'bytes', after('ASCII\0\0\0')]] }))),
  ],
  ['a private tag', 'image/jpeg', () => jpegWith(exifSegment(tiff([[0xc000, 'bytes', hidden]])))],
  [
    'a note of an unknown maker',
    'image/jpeg',
    () => jpegWith(exifSegment(tiff([[0x010f, 'ascii', 'Foo']], { 34665: [[0x927c, 'bytes', after('FOO\0')]] }))),
  ],
  ['EXIF, after its directories', 'image/jpeg', () => jpegWith(exifSegment(Buffer.concat([tiff([]), hidden])))],
  [
    'XMP, as the address of a page',
    'image/jpeg',
    () => jpegWith(xmpSegment(xmp(`<x:y xmlns:x="http://x.org/">see data:image/jpeg;base64,${base64}</x:y>`))),
  ],
  ['a text', 'image/png', () => pngWith(['tEXt', latin1(`Note\0${base64}`)])],
  ['a compressed text', 'image/png', () => pngWith(['zTXt', Buffer.concat([latin1('Note\0\0'), deflateSync(base64)])])],
  ['a chunk of Fireworks', 'image/png', () => pngWith(['prVW', hidden])],
  ['an unknown chunk', 'image/png', () => pngWith(['abCd', after('data')])],
  ['a comment of a GIF', 'image/gif', () => gifWith(inBlocks(hidden))],
  ['transparency that nothing uses', 'image/webp', () => webpWith(webpChunk('ALPH', hidden))],
];

describe('a picture is found', () => {
  it.each(carriers)('in %s', async (_where, mediaType, carry) => {
    const { pictures } = findPictures(await carry(), mediaType, await readerFor(mediaType));
    expect(pictures.map(({ file }) => Buffer.from(file()).equals(hidden))).toEqual([true]);
  });
});
